/**
 * `LimitOrders.cancel_order`: the signer takes an order back.
 *
 * Source: ../shared/spec/swap.md section 11.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { orderIdOf } from '../orders.ts'
import { versionedOrder } from '../types.ts'
import { CANCEL_ORDER_WEIGHT } from '../weights.ts'

export const cancelOrder = call({
  index: 2,
  docs: 'Takes an order of the signer back for good, also while limit orders are switched off. An order that was filled, even in part, stays as it is.',
  args: { order: named('VersionedOrder<T::AccountId>', versionedOrder) },
  info: { weight: CANCEL_ORDER_WEIGHT },
  run(ctx: Ctx, origin, { order }) {
    const signer = ensureSigned(origin)
    const { orders } = ctx.storage.limitOrders
    ensure(order.value.signer === signer, errors.Unauthorized)
    const orderId = orderIdOf(order)
    ensure(!orders.exists(orderId), errors.OrderAlreadyProcessed)
    orders.set(orderId, { type: 'Cancelled' })
    ctx.emit(events.OrderCancelled, { orderId, signer })
  },
})
