/**
 * `set_reject_locked_alpha`: whether others may transfer locked alpha to a coldkey.
 *
 * Source: ../shared/spec/staking.md section 14, spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { bool } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { events } from '../../events.ts'
import { ACCEPTS_LOCKED_ALPHA } from '../../staking/locks.ts'

/** Origin: any coldkey. Accounts reject until they opt in. Emits `RejectLockedAlphaUpdated`. */
export const setRejectLockedAlpha = call({
  index: 142,
  docs: 'Sets whether the signer refuses transfers of locked alpha.',
  args: { enabled: bool },
  info: { weight: { refTime: 125_000_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { enabled }) {
    const coldkey = ensureSigned(origin)
    const { accountFlags } = ctx.storage.subtensor
    const others = accountFlags.get(coldkey) & ~ACCEPTS_LOCKED_ALPHA
    const flags = enabled ? others : others | ACCEPTS_LOCKED_ALPHA
    if (flags === 0n) accountFlags.remove(coldkey)
    else accountFlags.set(coldkey, flags)
    ctx.emit(events.RejectLockedAlphaUpdated, { coldkey, enabled })
  },
})
