/**
 * Events of LimitOrders, in wire order: the position is the index.
 *
 * @module
 */
import { dispatchError } from '../../../frame/dispatch-error.ts'
import { palletEvents } from '../../../frame/pallet.ts'
import { named } from '../../../frame/types/combinators.ts'
import { accountId, h256, netuid } from '../../../frame/types/common.ts'
import { bool, u32, u64 } from '../../../frame/types/primitives.ts'
import { orderSide, orderType } from './types.ts'

const orderId = named('H256', h256)

export const events = palletEvents(
  { index: 32, name: 'LimitOrders', path: 'pallet_limit_orders' },
  {
    OrderExecuted: {
      orderId,
      signer: accountId,
      netuid,
      orderType,
      /** TAO of a buy, alpha of a sell. */
      amountIn: u64,
      /** Alpha of a buy, TAO of a sell without the fee. */
      amountOut: u64,
    },
    OrderSkipped: { orderId, reason: named('sp_runtime::DispatchError', dispatchError) },
    OrderCancelled: { orderId, signer: accountId },
    GroupExecutionSummary: {
      netuid,
      netSide: orderSide,
      netAmount: u64,
      actualOut: u64,
      executedCount: u32,
    },
    LimitOrdersPalletStatusChanged: { enabled: bool },
  },
)
