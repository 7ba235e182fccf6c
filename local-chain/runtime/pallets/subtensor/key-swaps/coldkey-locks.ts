/**
 * Locks of a coldkey follow it to its successor, with what it said about locked alpha.
 *
 * Source: ../shared/spec/staking.md section 14 "Coldkey swap" (subtensor `staking/lock.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import {
  addToBucket,
  type HeldLock,
  reduceBucket,
  removeLock,
  rolled,
  writeLock,
} from '../staking/locks.ts'

/** @throws ActiveLockExists  the new coldkey has locked alpha */
export function swapColdkeyLocks(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId): void {
  const isActive = locksOf(ctx, newColdkey).some((held) => rolled(ctx, held).lockedMass > 0n)
  ensure(!isActive, errors.ActiveLockExists)
  const moved = locksOf(ctx, oldColdkey).map((held) => ({ ...held, lock: rolled(ctx, held) }))
  for (const held of moved) {
    removeLock(ctx, held)
    reduceBucket(ctx, held, held.lock)
  }
  moveSettings(ctx, oldColdkey, newColdkey)
  for (const held of moved) {
    const own = { ...held, coldkey: newColdkey }
    writeLock(ctx, own)
    addToBucket(ctx, own, own.lock)
  }
}

function locksOf(ctx: Ctx, coldkey: AccountId): HeldLock[] {
  return ctx.storage.subtensor.lock.entriesOf(coldkey).map(({ keys, value }) => {
    const [, netuid, hotkey] = keys
    return { coldkey, netuid, hotkey, lock: value }
  })
}

/** Flags of the new coldkey are replaced. */
function moveSettings(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId): void {
  const { accountFlags, decayingLock } = ctx.storage.subtensor
  for (const [netuid, isDecaying] of decayingLock.entriesOf(oldColdkey)) {
    decayingLock.remove(oldColdkey, netuid)
    decayingLock.set(newColdkey, netuid, isDecaying)
  }
  const flags = accountFlags.take(oldColdkey)
  if (flags === 0n) accountFlags.remove(newColdkey)
  else accountFlags.set(newColdkey, flags)
}
