/**
 * `increase_take`: raises the share of dividends that a delegate keeps from its nominators.
 *
 * Source: ../shared/spec/staking.md section 9 (staking/increase_take.rs), spec 425.
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
import {
  exceedsTxRateLimit,
  lastRateLimitedBlock,
  markRateLimited,
  type RateLimitKey,
} from '../../rate-limits.ts'
import { ensureOwnsHotkey } from '../../staking/delegates.ts'

/**
 * Origin: the owning coldkey. Emits `TakeIncreased`.
 *
 * @throws HotKeyAccountNotExists       nobody owns the hotkey
 * @throws NonAssociatedColdKey         another coldkey owns it
 * @throws DelegateTakeTooLow           not higher than now
 * @throws DelegateTakeTooHigh          above the network's maximum
 * @throws DelegateTxRateLimitExceeded  the take changed too few blocks ago
 */
export const increaseTake = call({
  index: 66,
  docs: 'Raises the share of dividends that a delegate keeps. Signed by the owner of the hotkey.',
  args: { hotkey: accountId, take: u16 },
  info: { weight: { refTime: 362_710_000n, proofSize: 4_388n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { hotkey, take }) {
    const coldkey = ensureSigned(origin)
    const { delegates, maxDelegateTake, txDelegateTakeRateLimit } = ctx.storage.subtensor
    ensureOwnsHotkey(ctx, coldkey, hotkey)
    if (delegates.exists(hotkey)) ensure(take > delegates.get(hotkey), errors.DelegateTakeTooLow)
    ensure(take <= maxDelegateTake.get(), errors.DelegateTakeTooHigh)
    const clock: RateLimitKey = { type: 'LastTxBlockDelegateTake', value: hotkey }
    const last = lastRateLimitedBlock(ctx, clock)
    const mustWait = exceedsTxRateLimit(ctx, last, txDelegateTakeRateLimit.get())
    ensure(!mustWait, errors.DelegateTxRateLimitExceeded)

    markRateLimited(ctx, clock)
    delegates.set(hotkey, take)
    ctx.emit(events.TakeIncreased, [coldkey, hotkey, take])
  },
})
