/**
 * Calls of LimitOrders.
 *
 * @module
 */
import { cancelOrder } from './cancel-order.ts'
import { executeBatchedOrders } from './execute-batched-orders.ts'
import { executeOrders } from './execute-orders.ts'
import { setPalletStatus } from './set-pallet-status.ts'

export const calls = { executeOrders, executeBatchedOrders, cancelOrder, setPalletStatus }
