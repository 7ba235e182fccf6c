/**
 * How a conviction lock changes with time, as pure arithmetic.
 *
 * A lock's mass decays unless it is perpetual; its conviction grows toward the mass and decays with
 * it. The owner hotkey's locks are fully convicted at once.
 *
 * Source: ../shared/spec/staking.md section 14 (staking/lock.rs), spec 425.
 *
 * @module
 */
import { convert, exp, I64F64, U64F64 } from '../../../../frame/fixed/index.ts'
import type { TypeOf } from '../../../../frame/types/type.ts'
import { maxBigint, saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import type { lockState } from '../types.ts'

export type LockState = TypeOf<typeof lockState>

/** What a lock's course depends on besides itself. */
export interface LockTerms {
  readonly now: bigint
  readonly unlockRate: bigint
  readonly maturityRate: bigint
  /** The lock points at the subnet owner's hotkey. */
  readonly isOwner: boolean
  readonly isPerpetual: boolean
}

/** Less than this in mass and in conviction is nothing. */
const DUST = 100n
const DUST_CONVICTION = U64F64.fromNum(DUST)
/** e^-40 is the least that is told apart from zero. */
const EXPONENT_MIN = I64F64.fromNum(-40n)

export function isZeroLock(lock: LockState): boolean {
  return lock.lockedMass < DUST && lock.conviction < DUST_CONVICTION
}

/** e^(-blocks / rate). */
export function decay(blocks: bigint, rate: bigint): U64F64 {
  if (blocks === 0n) return U64F64.one
  if (rate === 0n) return U64F64.zero
  const ratio = I64F64.safeDiv(I64F64.fromNum(-blocks), I64F64.fromNum(rate))
  const exponent = I64F64.saturate(maxBigint(ratio, EXPONENT_MIN))
  const power = exp(I64F64, exponent) ?? I64F64.zero
  return convert(I64F64, U64F64, power)
}

/** Conviction that the mass of before gave in `blocks`. */
function gained(lock: LockState, blocks: bigint, terms: LockTerms, du: U64F64, dm: U64F64): U64F64 {
  const mass = U64F64.fromNum(lock.lockedMass)
  const { unlockRate, maturityRate } = terms
  if (terms.isPerpetual) {
    return U64F64.saturatingMul(mass, U64F64.saturatingSub(U64F64.one, dm))
  }
  if (unlockRate === maturityRate) {
    const time = U64F64.safeDiv(U64F64.fromNum(blocks), U64F64.fromNum(maturityRate))
    return U64F64.saturatingMul(mass, U64F64.saturatingMul(time, dm))
  }
  if (unlockRate === 0n || maturityRate === 0n) return U64F64.zero
  const difference = I64F64.saturatingSub(convert(U64F64, I64F64, du), convert(U64F64, I64F64, dm))
  const factor = I64F64.safeDiv(
    I64F64.saturatingMul(I64F64.fromNum(unlockRate), difference),
    I64F64.fromNum(unlockRate - maturityRate),
  )
  return factor <= 0n ? U64F64.zero : U64F64.saturatingMul(mass, convert(I64F64, U64F64, factor))
}

/** The lock as it is at `now`. */
export function rollLock(lock: LockState, terms: LockTerms): LockState {
  let mass = lock.lockedMass
  let conviction = lock.conviction as U64F64
  if (terms.now > lock.lastUpdate) {
    const blocks = terms.now - lock.lastUpdate
    const du = decay(blocks, terms.unlockRate)
    const dm = decay(blocks, terms.maturityRate)
    if (!terms.isPerpetual) mass = U64F64.toU64(U64F64.saturatingMul(du, U64F64.fromNum(mass)))
    conviction = U64F64.saturatingAdd(
      U64F64.saturatingMul(dm, conviction),
      gained(lock, blocks, terms, du, dm),
    )
  }
  if (terms.isOwner) conviction = U64F64.fromNum(mass)
  const lastUpdate = maxBigint(terms.now, lock.lastUpdate)
  const rolled: LockState = { lockedMass: mass, conviction, lastUpdate }
  return isZeroLock(rolled) ? { lockedMass: 0n, conviction: 0n, lastUpdate } : rolled
}

/** Two locks together. */
export function addLocks(a: LockState, b: LockState): LockState {
  return {
    lockedMass: saturatingAddU64(a.lockedMass, b.lockedMass),
    conviction: U64F64.saturatingAdd(a.conviction as U64F64, b.conviction as U64F64),
    lastUpdate: maxBigint(a.lastUpdate, b.lastUpdate),
  }
}

/** A lock less mass and conviction, neither below zero. */
export function reduceLock(
  lock: LockState,
  by: { readonly lockedMass: bigint; readonly conviction: bigint },
): LockState {
  return {
    lockedMass: saturatingSubU64(lock.lockedMass, by.lockedMass),
    conviction: U64F64.saturatingSub(lock.conviction as U64F64, by.conviction as U64F64),
    lastUpdate: lock.lastUpdate,
  }
}

/** How much smaller `after` is than `before`, neither part below zero. */
export function lockDecrease(before: LockState, after: LockState): LockState {
  return reduceLock(before, after)
}
