/**
 * Locking stake: a coldkey's own wish, or a subnet owner's cut on its way in.
 *
 * Source: ../shared/spec/staking.md section 14 (staking/lock.rs `lock_stake`), spec 425.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { hotkeyExists } from '../hotkeys.ts'
import type { LockState } from './lock-math.ts'
import { addToBucket, type HeldLock, lockOf, rolled, rollWithBucket, writeLock } from './locks.ts'
import { type StakeChange, totalColdkeyAlpha } from './stake-ledger.ts'

/**
 * Adds to the coldkey's lock on the subnet. A lock too small to count leaves no record, but its
 * bucket keeps the amount. Emits `StakeLocked`.
 *
 * @throws AmountTooLow, HotKeyAccountNotExists, LockHotkeyMismatch, InsufficientStakeForLock
 */
export function lockStake(ctx: Ctx, change: StakeChange): void {
  const { hotkey, coldkey, netuid, amount } = change
  ensure(amount !== 0n, errors.AmountTooLow)
  ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
  const found = lockOf(ctx, coldkey, netuid)
  ensure(found === undefined || found.hotkey === hotkey, errors.LockHotkeyMismatch)
  const now = BigInt(ctx.blockNumber)
  const none: LockState = { lockedMass: 0n, conviction: 0n, lastUpdate: now }
  const held: HeldLock =
    found === undefined ? { coldkey, netuid, hotkey, lock: none } : rollWithBucket(ctx, found)
  const lockedMass = saturatingAddU64(held.lock.lockedMass, amount)
  const total = totalColdkeyAlpha(ctx, coldkey, netuid)
  ensure(total >= lockedMass, errors.InsufficientStakeForLock)

  const grown: HeldLock = { ...held, lock: { ...held.lock, lockedMass } }
  writeLock(ctx, { ...grown, lock: rolled(ctx, grown) })
  addToBucket(ctx, grown, { lockedMass: amount, conviction: 0n, lastUpdate: now })
  ctx.emit(events.StakeLocked, { coldkey, hotkey, netuid, amount })
}
