/**
 * `LimitOrders.execute_batched_orders`: fills orders of one subnet against each other.
 *
 * Source: ../shared/spec/swap.md section 11.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { netuid } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { executeBatch } from '../batch.ts'
import { errors } from '../errors.ts'
import { executeBatchedOrdersWeight } from '../weights.ts'
import { orderList } from './order-list.ts'

export const executeBatchedOrders = call({
  index: 1,
  docs: 'Fills signed orders of one subnet against each other at the present price; only the difference is traded with the pool. All are filled or none.',
  args: { netuid, orders: orderList },
  info: (_ctx: Ctx, { orders }) => ({ weight: executeBatchedOrdersWeight(orders.length) }),
  run(ctx: Ctx, origin, args) {
    const relayer = ensureSigned(origin)
    ensure(ctx.storage.limitOrders.limitOrdersEnabled.get(), errors.LimitOrdersDisabled)
    ensure(args.netuid !== 0, errors.RootNetUidNotAllowed)
    executeBatch(ctx, relayer, args.netuid, args.orders)
  },
})
