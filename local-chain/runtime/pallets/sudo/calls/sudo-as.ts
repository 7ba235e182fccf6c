/**
 * `Sudo.sudo_as`: the sudo key dispatches a call in the name of any account.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { signed } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { multiAddress } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { dispatchBypassFilter } from '../../../executive/dispatch.ts'
import { addWeights, dispatchInfo } from '../../../executive/weights.ts'
import { lookup } from '../../balances/calls/lookup.ts'
import { ensureSudo } from '../ensure-sudo.ts'
import { events } from '../events.ts'
import { SUDO_AS_WEIGHT } from '../weights.ts'

export const sudoAs = call({
  index: 3,
  docs: 'Dispatches a call as if the account had signed it. Only the sudo key may.',
  args: { who: multiAddress, call: named('Box<<T as Config>::RuntimeCall>', runtimeCall) },
  info(ctx: Ctx, args) {
    const inner = dispatchInfo(ctx, args.call)
    return { weight: addWeights(SUDO_AS_WEIGHT, inner.weight), class: inner.class }
  },
  run(ctx: Ctx, origin, args) {
    ensureSudo(ctx, origin)
    const outcome = dispatchBypassFilter(ctx, signed(lookup(args.who)), args.call)
    ctx.emit(events.SudoAsDone, { sudoResult: outcome.ok ? undefined : outcome.failure.value })
    return { paysFee: 'No' }
  },
})
