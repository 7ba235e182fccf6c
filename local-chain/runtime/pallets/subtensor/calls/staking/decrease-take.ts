/**
 * `decrease_take`: lowers the share of dividends that a delegate keeps from its nominators.
 *
 * Source: ../shared/spec/staking.md section 9 (staking/decrease_take.rs), spec 425.
 *
 * @module
 */
import { ensure } from '../../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import { u16 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import { markRateLimited } from '../../rate-limits.ts'
import { ensureOwnsHotkey } from '../../staking/delegates.ts'

/**
 * Origin: the owning coldkey. Not rate limited, but the next increase waits. Emits `TakeDecreased`.
 *
 * @throws HotKeyAccountNotExists  nobody owns the hotkey
 * @throws NonAssociatedColdKey    another coldkey owns it
 * @throws DelegateTakeTooLow      not lower than now, or under the network's minimum
 */
export const decreaseTake = call({
  index: 65,
  docs: 'Lowers the share of dividends that a delegate keeps. Signed by the owner of the hotkey.',
  args: { hotkey: accountId, take: u16 },
  info: { weight: { refTime: 304_895_000n, proofSize: 4_295n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { hotkey, take }) {
    const coldkey = ensureSigned(origin)
    const { delegates, minDelegateTake } = ctx.storage.subtensor
    ensureOwnsHotkey(ctx, coldkey, hotkey)
    if (delegates.exists(hotkey)) ensure(take < delegates.get(hotkey), errors.DelegateTakeTooLow)
    ensure(take >= minDelegateTake.get(), errors.DelegateTakeTooLow)

    delegates.set(hotkey, take)
    markRateLimited(ctx, { type: 'LastTxBlockDelegateTake', value: hotkey })
    ctx.emit(events.TakeDecreased, [coldkey, hotkey, take])
  },
})
