/**
 * `Utility.with_weight`: root dispatches a call and states its weight.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensureRoot, ROOT } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { dispatchWeight } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { dispatchBypassFilter } from '../../../executive/dispatch.ts'
import { dispatchInfo } from '../../../executive/weights.ts'

export const withWeight = call({
  index: 5,
  docs: 'Root dispatches a call that counts with the weight given.',
  args: {
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
    weight: dispatchWeight,
  },
  info: (ctx: Ctx, args) => ({
    weight: args.weight,
    class: dispatchInfo(ctx, args.call).class,
  }),
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    const outcome = dispatchBypassFilter(ctx, ROOT, args.call)
    if (!outcome.ok) throw outcome.failure.withPost({})
  },
})
