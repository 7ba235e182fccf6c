/**
 * Locks on a hotkey follow it to its successor, with their conviction.
 *
 * Source: ../shared/spec/staking.md section 14 "Hotkey swap" (subtensor `staking/lock.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { type LockState, rollLock } from '../staking/lock-math.ts'
import {
  isOwnerHotkey,
  isPerpetual,
  lockTerms,
  removeLock,
  writeBucket,
  writeLock,
} from '../staking/locks.ts'
import type { DbCost } from './db-cost.ts'

/** A hotkey that goes and the one that takes its place. */
export interface HotkeyPair {
  readonly oldHotkey: AccountId
  readonly newHotkey: AccountId
}

/** Comes before anything else of the swap: the owner hotkeys are still those of before. */
export function swapHotkeyLocks(
  ctx: Ctx,
  pair: HotkeyPair,
  netuids: readonly number[],
  cost: DbCost,
): void {
  for (const netuid of netuids) {
    cost.add(5)
    if (!mayHaveLocks(ctx, pair, netuid)) continue
    moveLocks(ctx, pair, netuid, cost)
    for (const perpetual of [true, false]) moveBucket(ctx, pair, netuid, perpetual)
    cost.add(0, 6)
  }
}

function mayHaveLocks(ctx: Ctx, { oldHotkey, newHotkey }: HotkeyPair, netuid: number): boolean {
  const { decayingHotkeyLock, hotkeyLock } = ctx.storage.subtensor
  return (
    isOwnerHotkey(ctx, netuid, oldHotkey) ||
    isOwnerHotkey(ctx, netuid, newHotkey) ||
    hotkeyLock.exists(netuid, oldHotkey) ||
    decayingHotkeyLock.exists(netuid, oldHotkey)
  )
}

/** Rolled as locks of the owner hotkey if either of the two is it. */
function rolledForBoth(
  ctx: Ctx,
  { oldHotkey, newHotkey }: HotkeyPair,
  netuid: number,
  lock: LockState,
  perpetual: boolean,
): LockState {
  const terms = lockTerms(ctx, netuid, oldHotkey, perpetual)
  const isOwner = terms.isOwner || isOwnerHotkey(ctx, netuid, newHotkey)
  return rollLock(rollLock(lock, terms), { ...terms, isOwner })
}

/** Entries of the index without a lock are dropped. */
function moveLocks(ctx: Ctx, pair: HotkeyPair, netuid: number, cost: DbCost): void {
  const { lock, lockingColdkeys } = ctx.storage.subtensor
  const { oldHotkey, newHotkey } = pair
  for (const { keys } of lockingColdkeys.entriesOf(netuid, oldHotkey)) {
    const coldkey = keys[2]
    const held = lock.get(coldkey, netuid, oldHotkey)
    cost.add(1)
    if (held === undefined) {
      lockingColdkeys.remove(netuid, oldHotkey, coldkey)
      cost.add(0, 1)
      continue
    }
    const moved = rolledForBoth(ctx, pair, netuid, held, isPerpetual(ctx, coldkey, netuid))
    removeLock(ctx, { coldkey, netuid, hotkey: oldHotkey, lock: held })
    writeLock(ctx, { coldkey, netuid, hotkey: newHotkey, lock: moved })
    cost.add(0, 2)
  }
}

/** Takes the place of a bucket that the new hotkey has already. */
function moveBucket(ctx: Ctx, pair: HotkeyPair, netuid: number, perpetual: boolean): void {
  const s = ctx.storage.subtensor
  const { oldHotkey, newHotkey } = pair
  const terms = lockTerms(ctx, netuid, oldHotkey, perpetual)
  const bucket = terms.isOwner
    ? (perpetual ? s.ownerLock : s.decayingOwnerLock).take(netuid)
    : (perpetual ? s.hotkeyLock : s.decayingHotkeyLock).take(netuid, oldHotkey)
  if (bucket === undefined) return
  const isOwner = terms.isOwner || isOwnerHotkey(ctx, netuid, newHotkey)
  const moved = rolledForBoth(ctx, pair, netuid, bucket, perpetual)
  writeBucket(ctx, netuid, newHotkey, { ...terms, isOwner }, moved)
}
