/**
 * `Utility.dispatch_as_fallible`: as `dispatch_as`, but it fails when the call does.
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
import { DISPATCH_AS_FALLIBLE_WEIGHT } from '../weights.ts'

export const dispatchAsFallible = call({
  index: 7,
  docs: 'Root dispatches a call with the origin given, and fails when that call fails.',
  args: {
    asOrigin: named('Box<T::PalletsOrigin>', originCaller),
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
  },
  info(ctx: Ctx, args) {
    const inner = dispatchInfo(ctx, args.call)
    return { weight: addWeights(DISPATCH_AS_FALLIBLE_WEIGHT, inner.weight), class: inner.class }
  },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    const outcome = dispatchBypassFilter(ctx, originOf(args.asOrigin), args.call)
    if (!outcome.ok) throw outcome.failure.withPost({})
    ctx.emit(events.DispatchedAs, { result: undefined })
  },
})
