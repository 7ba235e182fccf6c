/**
 * Saturating arithmetic on u64 amounts, as `TaoBalance` and `AlphaBalance` have it.
 *
 * Source: ../shared/spec/staking.md section 0.
 *
 * @module
 */
export const U64_MAX: bigint = (1n << 64n) - 1n

/** Sum, at most u64::MAX. */
export function addU64(a: bigint, b: bigint): bigint {
  const sum = a + b
  return sum > U64_MAX ? U64_MAX : sum
}

/** Difference, at least 0. */
export function subU64(a: bigint, b: bigint): bigint {
  return a > b ? a - b : 0n
}
