/**
 * `Sudo.sudo`: the sudo key dispatches a call as root. Its outcome is in the event; the sudo itself
 * succeeds and is free.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ROOT } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { dispatchBypassFilter } from '../../../executive/dispatch.ts'
import { addWeights, dispatchInfo } from '../../../executive/weights.ts'
import { ensureSudo } from '../ensure-sudo.ts'
import { events } from '../events.ts'
import { SUDO_WEIGHT } from '../weights.ts'

export const sudo = call({
  index: 0,
  docs: 'Dispatches a call with root origin. Only the sudo key may; the result is in the event.',
  args: { call: named('Box<<T as Config>::RuntimeCall>', runtimeCall) },
  info(ctx: Ctx, args) {
    const inner = dispatchInfo(ctx, args.call)
    return { weight: addWeights(SUDO_WEIGHT, inner.weight), class: inner.class }
  },
  run(ctx: Ctx, origin, args) {
    ensureSudo(ctx, origin)
    const outcome = dispatchBypassFilter(ctx, ROOT, args.call)
    ctx.emit(events.Sudid, { sudoResult: outcome.ok ? undefined : outcome.failure.value })
    return { paysFee: 'No' }
  },
})
