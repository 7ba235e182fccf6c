/**
 * Who counts: activity, normalised stake, validator permits, and the stake of active validators.
 *
 * Source: ../shared/spec/yuma.md sections 4.1 to 4.4.
 *
 * @module
 */
import { convert, I32F32, I64F64 } from '../../frame/fixed/index.ts'
import { type AccountKey, type EpochInput, mechanismInput, ownerUid } from '../input.ts'
import { isTopkNonzero, maskVector, normalize, normalize64, type Vector } from '../math/vectors.ts'

const U64_MAX = (1n << 64n) - 1n

/** `LastUpdate`, padded with 0 up to n; longer stays longer. */
export function lastUpdates<K extends AccountKey>(input: EpochInput<K>, mecid: number): bigint[] {
  const stored = mechanismInput(input, mecid).lastUpdate
  return Array.from({ length: Math.max(input.n, stored.length) }, (_, uid) => stored[uid] ?? 0n)
}

/** Blocks that an update lasts, at least 1. */
export function activityCutoff<K extends AccountKey>(input: EpochInput<K>): bigint {
  const product = BigInt(input.activityCutoffFactorMilli) * BigInt(input.tempo)
  const scaled = (product > U64_MAX ? U64_MAX : product) / 1000n
  return scaled > 1n ? scaled : 1n
}

/** 4.1: true where the last update is older than the cutoff. */
export function inactiveMask<K extends AccountKey>(
  input: EpochInput<K>,
  lastUpdate: readonly bigint[],
): boolean[] {
  const cutoff = activityCutoff(input)
  return lastUpdate.map((updated) => saturatingAddU64(updated, cutoff) < input.block)
}

function saturatingAddU64(a: bigint, b: bigint): bigint {
  const total = a + b
  return total > U64_MAX ? U64_MAX : total
}

/** 4.2: shares of the stake at or above the threshold; the owner is exempt from the threshold. */
export function normalizedStake<K extends AccountKey>(
  input: EpochInput<K>,
  totals: readonly I64F64[],
): Vector {
  const owner = ownerUid(input)
  const filtered = totals.map((total, uid) =>
    uid !== owner && I64F64.toU64(total) < input.stakeThreshold ? I64F64.zero : total,
  )
  return normalize64(filtered).map((share) => convert(I64F64, I32F32, share))
}

/** Permits of before and after this epoch. */
export interface Permits {
  /** Stored length, the owner's set. */
  readonly old: readonly boolean[]
  /** Shape [n]: the top k by stake, and the owner besides. */
  readonly fresh: readonly boolean[]
  /** `not old`: where weights and stake do not count in this epoch. */
  readonly forbidden: readonly boolean[]
}

/** 4.3: permits. The chain judges this epoch by the old ones and stores the new ones. */
export function permits<K extends AccountKey>(input: EpochInput<K>, stake: Vector): Permits {
  const owner = ownerUid(input)
  const old = input.validatorPermit.map((permit, uid) => permit || uid === owner)
  const fresh = isTopkNonzero(stake, input.maxAllowedValidators).map(
    (permit, uid) => permit || uid === owner,
  )
  return { old, fresh, forbidden: old.map((permit) => !permit) }
}

/** 4.4: stake of active validators with an old permit, normalised again. */
export function activeStake(
  stake: Vector,
  inactive: readonly boolean[],
  forbidden: readonly boolean[],
): Vector {
  return normalize(maskVector(forbidden, maskVector(inactive, stake)))
}
