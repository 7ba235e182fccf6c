/**
 * Conviction locks: alpha of a coldkey that may not leave a subnet, and the sums of them by hotkey
 * ("buckets") that give hotkeys their conviction.
 *
 * A coldkey has at most one lock per subnet. Every stake or unstake brings its record up to date.
 *
 * Source: ../shared/spec/staking.md section 14 (staking/lock.rs), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { minBigint, saturatingSubU64 } from '../../../u64.ts'
import { errors } from '../errors.ts'
import {
  addLocks,
  isZeroLock,
  type LockState,
  type LockTerms,
  lockDecrease,
  reduceLock,
  rollLock,
} from './lock-math.ts'
import { totalColdkeyAlpha } from './stake-ledger.ts'

/** A coldkey's lock on a subnet. */
export interface HeldLock {
  readonly coldkey: AccountId
  readonly netuid: number
  readonly hotkey: AccountId
  readonly lock: LockState
}

/** The lock of a coldkey on a subnet as it was last written. */
export function lockOf(ctx: Ctx, coldkey: AccountId, netuid: number): HeldLock | undefined {
  const [entry] = ctx.storage.subtensor.lock.entriesOf(coldkey, netuid)
  return entry && { coldkey, netuid, hotkey: entry.keys[2], lock: entry.value }
}

export function isPerpetual(ctx: Ctx, coldkey: AccountId, netuid: number): boolean {
  return ctx.storage.subtensor.decayingLock.get(coldkey, netuid) === false
}

export function isOwnerHotkey(ctx: Ctx, netuid: number, hotkey: AccountId): boolean {
  return ctx.storage.subtensor.subnetOwnerHotkey.get(netuid) === hotkey
}

/** What decides how locks on this hotkey roll. */
export function lockTerms(
  ctx: Ctx,
  netuid: number,
  hotkey: AccountId,
  perpetual: boolean,
): LockTerms {
  return {
    now: BigInt(ctx.blockNumber),
    unlockRate: ctx.storage.subtensor.unlockRate.get(),
    maturityRate: ctx.storage.subtensor.maturityRate.get(),
    isOwner: isOwnerHotkey(ctx, netuid, hotkey),
    isPerpetual: perpetual,
  }
}

function termsOf(ctx: Ctx, held: HeldLock): LockTerms {
  return lockTerms(ctx, held.netuid, held.hotkey, isPerpetual(ctx, held.coldkey, held.netuid))
}

/** The lock rolled to this block, without writing anything. */
export function rolled(ctx: Ctx, held: HeldLock): LockState {
  return rollLock(held.lock, termsOf(ctx, held))
}

/** Alpha that a coldkey may not move away from the subnet. 0 without a lock. */
export function lockedAlpha(ctx: Ctx, coldkey: AccountId, netuid: number): bigint {
  const held = lockOf(ctx, coldkey, netuid)
  return held === undefined ? 0n : rolled(ctx, held).lockedMass
}

/** @throws StakeUnavailable  the lock needs more than what would be left on the subnet */
export function ensureAvailable(
  ctx: Ctx,
  coldkey: AccountId,
  netuid: number,
  amount: bigint,
): void {
  const held = lockOf(ctx, coldkey, netuid)
  const locked = held === undefined ? 0n : rolled(ctx, held).lockedMass
  const available = saturatingSubU64(totalColdkeyAlpha(ctx, coldkey, netuid), locked)
  ensure(amount <= available, errors.StakeUnavailable)
}

/** A lock as small as nothing is removed, with its entry in the index. */
export function writeLock(ctx: Ctx, held: HeldLock): void {
  if (isZeroLock(held.lock)) {
    removeLock(ctx, held)
    return
  }
  const { lock, lockingColdkeys } = ctx.storage.subtensor
  const { coldkey, netuid, hotkey } = held
  lock.set(coldkey, netuid, hotkey, held.lock)
  lockingColdkeys.set(netuid, hotkey, coldkey, undefined)
}

export function removeLock(ctx: Ctx, { coldkey, netuid, hotkey }: HeldLock): void {
  const { lock, lockingColdkeys } = ctx.storage.subtensor
  lock.remove(coldkey, netuid, hotkey)
  lockingColdkeys.remove(netuid, hotkey, coldkey)
}

// ---------------------------------------------------------------- buckets

/** Reads the sum that locks under these terms belong to. */
export function bucketOf(ctx: Ctx, netuid: number, hotkey: AccountId, terms: LockTerms): LockState {
  const s = ctx.storage.subtensor
  const bucket = terms.isOwner
    ? (terms.isPerpetual ? s.ownerLock : s.decayingOwnerLock).get(netuid)
    : (terms.isPerpetual ? s.hotkeyLock : s.decayingHotkeyLock).get(netuid, hotkey)
  return bucket ?? { lockedMass: 0n, conviction: 0n, lastUpdate: terms.now }
}

/** A bucket without mass and conviction is removed. */
export function writeBucket(
  ctx: Ctx,
  netuid: number,
  hotkey: AccountId,
  terms: LockTerms,
  bucket: LockState,
): void {
  const s = ctx.storage.subtensor
  const isEmpty = bucket.lockedMass === 0n && bucket.conviction === 0n
  if (terms.isOwner) {
    const map = terms.isPerpetual ? s.ownerLock : s.decayingOwnerLock
    if (isEmpty) map.remove(netuid)
    else map.set(netuid, bucket)
  } else {
    const map = terms.isPerpetual ? s.hotkeyLock : s.decayingHotkeyLock
    if (isEmpty) map.remove(netuid, hotkey)
    else map.set(netuid, hotkey, bucket)
  }
}

/** Rolls the lock's bucket, adds to it, and rolls it again for the owner and dust rules. */
export function addToBucket(ctx: Ctx, held: HeldLock, added: LockState): void {
  const terms = termsOf(ctx, held)
  const bucket = rollLock(bucketOf(ctx, held.netuid, held.hotkey, terms), terms)
  writeBucket(ctx, held.netuid, held.hotkey, terms, rollLock(addLocks(bucket, added), terms))
}

/** Rolls the lock's bucket and takes from it. */
export function reduceBucket(ctx: Ctx, held: HeldLock, by: LockState): void {
  const terms = termsOf(ctx, held)
  const bucket = rollLock(bucketOf(ctx, held.netuid, held.hotkey, terms), terms)
  writeBucket(ctx, held.netuid, held.hotkey, terms, reduceLock(bucket, by))
}

/**
 * Rolls a lock and lets its bucket follow: by what the lock lost, or, where it lost nothing, by
 * rolling the bucket itself. The lock is not written.
 */
export function rollWithBucket(ctx: Ctx, held: HeldLock): HeldLock {
  const terms = termsOf(ctx, held)
  const lock = rollLock(held.lock, terms)
  const lost = lockDecrease(held.lock, lock)
  const bucket = bucketOf(ctx, held.netuid, held.hotkey, terms)
  const after =
    lost.lockedMass === 0n && lost.conviction === 0n
      ? rollLock(bucket, terms)
      : { ...reduceLock(bucket, lost), lastUpdate: terms.now }
  writeBucket(ctx, held.netuid, held.hotkey, terms, after)
  return { ...held, lock }
}

// ---------------------------------------------------------------- what staking does to locks

/** Brings the record of a lock up to date; one that became nothing goes. */
export function refreshLock(ctx: Ctx, coldkey: AccountId, netuid: number): void {
  const held = lockOf(ctx, coldkey, netuid)
  if (held !== undefined) writeLock(ctx, rollWithBucket(ctx, held))
}

/** Lowers a lock whose alpha went away without asking it; conviction falls in proportion. */
export function forceReduceLock(
  ctx: Ctx,
  coldkey: AccountId,
  netuid: number,
  amount: bigint,
): void {
  const found = lockOf(ctx, coldkey, netuid)
  if (found === undefined) return
  const held = rollWithBucket(ctx, found)
  const { lockedMass, conviction, lastUpdate } = held.lock
  const mass = saturatingSubU64(lockedMass, amount)
  const share = U64F64.safeDiv(U64F64.fromNum(amount), U64F64.fromNum(lockedMass))
  const kept = U64F64.saturatingSub(U64F64.one, share)
  const lock: LockState = {
    lockedMass: mass,
    conviction: mass === 0n ? 0n : U64F64.saturatingMul(conviction as U64F64, kept),
    lastUpdate,
  }
  const terms = termsOf(ctx, held)
  const bucket = reduceLock(
    bucketOf(ctx, netuid, held.hotkey, terms),
    lockDecrease(held.lock, lock),
  )
  writeBucket(ctx, netuid, held.hotkey, terms, bucket)
  writeLock(ctx, { ...held, lock })
}

/** Bit 0 of AccountFlags: the account takes alpha that is locked. */
export const ACCEPTS_LOCKED_ALPHA = 1n

/**
 * Moves the locked part of alpha that goes from one coldkey to another on the same subnet. Free
 * alpha goes first. Called before the stake moves.
 *
 * @throws LockHotkeyMismatch         the receiver's lock points at another hotkey
 * @throws AccountRejectsLockedAlpha  the receiver did not opt in
 */
export function transferLock(
  ctx: Ctx,
  move: { from: AccountId; to: AccountId; netuid: number; amount: bigint },
): void {
  const { from, to, netuid, amount } = move
  const source = lockOf(ctx, from, netuid)
  if (from === to || amount === 0n || source === undefined) return
  const given = { ...source, lock: rolled(ctx, source) }
  const target = lockOf(ctx, to, netuid)
  const taken: HeldLock =
    target === undefined
      ? {
          coldkey: to,
          netuid,
          hotkey: given.hotkey,
          lock: { lockedMass: 0n, conviction: 0n, lastUpdate: BigInt(ctx.blockNumber) },
        }
      : { ...target, lock: rolled(ctx, target) }

  const mass = given.lock.lockedMass
  const free = saturatingSubU64(totalColdkeyAlpha(ctx, from, netuid), mass)
  const rest = amount - minBigint(amount, free)
  if (rest !== 0n) ensure(taken.hotkey === given.hotkey, errors.LockHotkeyMismatch)
  const lockedMass = minBigint(rest, mass)
  const share = U64F64.safeDiv(U64F64.fromNum(lockedMass), U64F64.fromNum(mass))
  const moved: LockState = {
    lockedMass,
    conviction: U64F64.saturatingMul(given.lock.conviction as U64F64, share),
    lastUpdate: BigInt(ctx.blockNumber),
  }
  if (lockedMass !== 0n) {
    const flags = ctx.storage.subtensor.accountFlags.get(to)
    ensure((flags & ACCEPTS_LOCKED_ALPHA) !== 0n, errors.AccountRejectsLockedAlpha)
    reduceBucket(ctx, given, moved)
    addToBucket(ctx, taken, moved)
  }
  const left = { ...given, lock: reduceLock(given.lock, moved) }
  writeLock(ctx, { ...left, lock: rolled(ctx, left) })
  const grown = { ...taken, lock: addLocks(taken.lock, moved) }
  writeLock(ctx, { ...grown, lock: rolled(ctx, grown) })
}
