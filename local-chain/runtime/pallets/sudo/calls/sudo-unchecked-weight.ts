/**
 * `Sudo.sudo_unchecked_weight`: as `sudo`, with the weight that the caller states.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ROOT } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { dispatchWeight } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { dispatchBypassFilter } from '../../../executive/dispatch.ts'
import { dispatchInfo } from '../../../executive/weights.ts'
import { ensureSudo } from '../ensure-sudo.ts'
import { events } from '../events.ts'

export const sudoUncheckedWeight = call({
  index: 1,
  docs: 'Dispatches a call with root origin and counts the weight given. Only the sudo key may.',
  args: {
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
    weight: dispatchWeight,
  },
  info: (ctx: Ctx, args) => ({
    weight: args.weight,
    class: dispatchInfo(ctx, args.call).class,
  }),
  run(ctx: Ctx, origin, args) {
    ensureSudo(ctx, origin)
    const outcome = dispatchBypassFilter(ctx, ROOT, args.call)
    ctx.emit(events.Sudid, { sudoResult: outcome.ok ? undefined : outcome.failure.value })
    return { paysFee: 'No' }
  },
})
