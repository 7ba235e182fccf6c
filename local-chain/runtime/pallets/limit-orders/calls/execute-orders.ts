/**
 * `LimitOrders.execute_orders`: fills orders one after the other.
 *
 * Source: ../shared/spec/swap.md section 11.
 *
 * @module
 */
import { DispatchFailure, ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { bool } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { executeOrder } from '../execute.ts'
import { orderIdOf } from '../orders.ts'
import { executeOrdersWeight } from '../weights.ts'
import { orderList } from './order-list.ts'

export const executeOrders = call({
  index: 0,
  docs: 'Fills signed orders, each with a trade of its own. One that cannot be filled is passed over, or undoes all when the caller says so.',
  args: { orders: orderList, shouldFail: bool },
  info: (_ctx: Ctx, { orders }) => ({ weight: executeOrdersWeight(orders.length) }),
  run(ctx: Ctx, origin, { orders, shouldFail }) {
    const relayer = ensureSigned(origin)
    ensure(ctx.storage.limitOrders.limitOrdersEnabled.get(), errors.LimitOrdersDisabled)
    for (const order of orders) {
      try {
        ctx.transaction(() => executeOrder(ctx, relayer, order))
      } catch (error) {
        if (shouldFail || !(error instanceof DispatchFailure)) throw error
        const orderId = orderIdOf(order.order)
        ctx.emit(events.OrderSkipped, { orderId, reason: error.value })
      }
    }
  },
})
