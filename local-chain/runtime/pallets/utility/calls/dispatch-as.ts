/**
 * `Utility.dispatch_as`: root dispatches a call with any origin; the result is in the event.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { dispatchBypassFilter } from '../../../executive/dispatch.ts'
import { addWeights, dispatchInfo } from '../../../executive/weights.ts'
import { originCaller } from '../../../types.ts'
import { events } from '../events.ts'
import { originOf } from '../origin-of.ts'
import { DISPATCH_AS_WEIGHT } from '../weights.ts'

export const dispatchAs = call({
  index: 3,
  docs: 'Root dispatches a call with the origin given. The result is in the event.',
  args: {
    asOrigin: named('Box<T::PalletsOrigin>', originCaller),
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
  },
  info(ctx: Ctx, args) {
    const inner = dispatchInfo(ctx, args.call)
    return { weight: addWeights(DISPATCH_AS_WEIGHT, inner.weight), class: inner.class }
  },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    const outcome = dispatchBypassFilter(ctx, originOf(args.asOrigin), args.call)
    ctx.emit(events.DispatchedAs, { result: outcome.ok ? undefined : outcome.failure.value })
  },
})
