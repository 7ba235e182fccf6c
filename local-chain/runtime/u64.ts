/**
 * Arithmetic of the chain's balances: u64 that stops at its ends instead of wrapping.
 *
 * Source: ../shared/spec/staking.md section 0 (TaoBalance, AlphaBalance).
 *
 * @module
 */

export const U64_MAX = 0xffff_ffff_ffff_ffffn
const I64_MAX = (1n << 63n) - 1n
const I64_MIN = -(1n << 63n)

export function saturatingAddU64(a: bigint, b: bigint): bigint {
  const sum = a + b
  return sum > U64_MAX ? U64_MAX : sum
}

export function saturatingSubU64(a: bigint, b: bigint): bigint {
  return a > b ? a - b : 0n
}

export function saturatingMulU64(a: bigint, b: bigint): bigint {
  const product = a * b
  return product > U64_MAX ? U64_MAX : product
}

export function saturatingAddI64(a: bigint, b: bigint): bigint {
  const sum = a + b
  return sum > I64_MAX ? I64_MAX : sum < I64_MIN ? I64_MIN : sum
}

export function minBigint(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

export function maxBigint(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
