/**
 * `Utility.if_else`: a call, and another one in case that the first fails.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { badOrigin, ensure } from '../../../../frame/dispatch-error.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { addWeights, dispatchInfo } from '../../../executive/weights.ts'
import { BatchMeter } from '../batches.ts'
import { events } from '../events.ts'
import { IF_ELSE_WEIGHT } from '../weights.ts'

const boxedCall = named('Box<<T as Config>::RuntimeCall>', runtimeCall)

export const ifElse = call({
  index: 6,
  docs: 'Dispatches the main call and, when that fails, the fallback.',
  args: { main: boxedCall, fallback: boxedCall },
  info(ctx: Ctx, args) {
    const main = dispatchInfo(ctx, args.main)
    const fallback = dispatchInfo(ctx, args.fallback)
    const both = addWeights(main.weight, fallback.weight)
    const operational = main.class === 'Operational' && fallback.class === 'Operational'
    return {
      weight: addWeights(IF_ELSE_WEIGHT, both),
      class: operational ? 'Operational' : 'Normal',
    }
  },
  run(ctx: Ctx, origin, args) {
    ensure(origin.type !== 'None', badOrigin)
    const meter = new BatchMeter()
    const main = meter.dispatch(ctx, origin, args.main)
    if (main.ok) {
      ctx.emit(events.IfElseMainSuccess, undefined)
      return meter.total(IF_ELSE_WEIGHT)
    }
    const fallback = meter.dispatch(ctx, origin, args.fallback)
    if (!fallback.ok) throw fallback.failure.withPost(meter.total(IF_ELSE_WEIGHT))
    ctx.emit(events.IfElseFallbackCalled, { mainError: main.failure.value })
    return meter.total(IF_ELSE_WEIGHT)
  },
})
