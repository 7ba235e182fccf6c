/**
 * I32F32 in 64-bit integers. "Share" means bits in [0, ONE]; nearly every number of an epoch is one,
 * so its products fit 64 bits and its quotients can be found by a float and put right by an integer.
 *
 * Source: ../shared/spec/fixed-point.md sections 2, 3, 6.1 and 7.
 *
 * @module
 */

export const ONE: i64 = 1 << 32
export const HALF: i64 = 1 << 31

const ONE_AS_FLOAT: f64 = 4294967296.0
/** Added to a float below 2^51, leaves its nearest integer in the low bits. */
const ROUNDER: f64 = 4503599627370496.0
const ROUNDER_BITS: i64 = 0x4330000000000000

/** floor(a * b / 2^32) of two shares. The product overflows only for ONE * ONE. */
@inline
export function mulShare(a: i64, b: i64): i64 {
  return i64((u64(a) * u64(b)) >> 32) + (a & b & ONE)
}

/** floor(a * share / 2^32) for any a. */
export function mulWide(a: i64, share: i64): i64 {
  const whole = (a >> 32) * share
  return whole + i64((u64(a & 0xffffffff) * u64(share)) >> 32)
}

export function addSaturating(a: i64, b: i64): i64 {
  const total = a + b
  if (((a ^ total) & (b ^ total)) < 0) return a < 0 ? i64.MIN_VALUE : i64.MAX_VALUE
  return total
}

/** What `divide` needs of its divisor; 0 for a divisor of 0. */
@inline
export function inverse(divisor: i64): f64 {
  return divisor == 0 ? 0.0 : ONE_AS_FLOAT / f64(divisor)
}

/**
 * floor(a * 2^32 / divisor) for 0 <= a <= divisor < 2^62. The float is off by less than 2^-18, so the
 * nearest integer is the quotient or one above it; the sign of the remainder tells which.
 *
 * @param inverted  `inverse(divisor)`; 0 gives 0 when a is 0
 */
@inline
export function divide(a: i64, divisor: i64, inverted: f64): i64 {
  const nearest = reinterpret<i64>(f64(a) * inverted + ROUNDER) - ROUNDER_BITS
  const remainder = (a << 32) - nearest * divisor
  return nearest + (remainder >> 63)
}

/** floor(a * 2^32 / divisor) for 0 <= a <= divisor, divisor up to 2^63 - 1: bit by bit. */
export function divideSlowly(a: i64, divisor: i64): i64 {
  if (divisor == 0) return 0
  if (a == divisor) return ONE
  let rest = u64(a)
  let quotient: i64 = 0
  for (let bit = 0; bit < 32; bit++) {
    rest <<= 1
    quotient <<= 1
    if (rest >= u64(divisor)) {
      rest -= u64(divisor)
      quotient |= 1
    }
  }
  return quotient
}

/** floor(2^64 / divisor) for a divisor above 1. */
@inline
export function reciprocal(divisor: i64): i64 {
  const quotient = u64.MAX_VALUE / u64(divisor)
  const remainder = u64.MAX_VALUE - quotient * u64(divisor)
  return i64(quotient) + i64(remainder == u64(divisor) - 1)
}

/** A u16 share as a share: trunc(x / 65535), since 2^32 = 65535 * 65537 + 1. */
@inline
export function shareOfU16(x: u32): i64 {
  return i64(x) * 65537 + i64(x == 65535)
}

/** A number of any size above 0 as a u16 share, floored and clamped. */
@inline
export function u16OfShare(x: i64): u32 {
  return x >= ONE ? 65535 : u32((x * 65535) >> 32)
}

/** floor(share * rao). */
@inline
export function shareOfRao(share: i64, rao: u64): u64 {
  if (share == ONE) return rao
  return u64(share) * (rao >> 32) + ((u64(share) * (rao & 0xffffffff)) >> 32)
}

/** High 64 bits of a * factor, for a factor of at most 2^32. */
@inline
export function highOfProduct(a: u64, factor: u64): u64 {
  return ((a >> 32) * factor + (((a & 0xffffffff) * factor) >> 32)) >> 32
}
