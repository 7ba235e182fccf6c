/**
 * What the calls of Preimage cost.
 *
 * Source: weights in `../shared/vectors/traces`.
 *
 * @module
 */
import type { DispatchWeight } from '../../../frame/types/common.ts'

export const UNNOTE_WEIGHT: DispatchWeight = { refTime: 425_830_000n, proofSize: 3_892n }
export const REQUEST_WEIGHT: DispatchWeight = { refTime: 169_292_000n, proofSize: 3_556n }
export const UNREQUEST_WEIGHT: DispatchWeight = { refTime: 270_209_000n, proofSize: 3_556n }

export function noteWeight(length: number): DispatchWeight {
  return { refTime: 475_499_000n + 13_491n * BigInt(length), proofSize: 28_584n }
}

export function ensureUpdatedWeight(hashes: number): DispatchWeight {
  const count = BigInt(hashes)
  return { refTime: 106_817_000n + 534_397_441n * count, proofSize: 28_584n + 2_902n * count }
}
