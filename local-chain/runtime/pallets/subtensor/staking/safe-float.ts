/**
 * SafeFloat: the decimal floating-point numbers of share pools, mantissa * 10^exponent.
 *
 * A number other than zero is normalised: 10^20 < mantissa <= 10^21. Zero is {0, 0}.
 *
 * Source: ../shared/spec/staking.md section 2.1 (primitives/share-pool), spec 425.
 *
 * @module
 */
import type { TypeOf } from '../../../../frame/types/type.ts'
import type { safeFloat } from '../../../types.ts'
import { U64_MAX } from '../../../u64.ts'

export type SafeFloat = TypeOf<typeof safeFloat>

/** The greatest mantissa, which is also the one of 1, 10, 100, ... */
const MANTISSA_MAX = 10n ** 21n
const MANTISSA_LOW = MANTISSA_MAX / 10n
const EXPONENT_OF_ONE = 21n
const I64_MAX = (1n << 63n) - 1n
const I64_MIN = -(1n << 63n)
/** Beyond this many digits an aligned mantissa is zero anyway. */
const ALIGN_DIGITS_MAX = 22n
/** No normalised number with a greater exponent fits u64. */
const U64_DIGITS = 20n

const TWO_64: SafeFloat = normalize(1n << 64n, 0n) as SafeFloat

export const ZERO: SafeFloat = { mantissa: 0n, exponent: 0n }

export function isZero(x: SafeFloat): boolean {
  return x.mantissa === 0n
}

/** @returns undefined when the exponent leaves i64 */
function normalize(mantissa: bigint, exponent: bigint): SafeFloat | undefined {
  if (mantissa === 0n) return ZERO
  let m = mantissa
  let e = exponent
  while (m > MANTISSA_MAX) {
    m /= 10n
    e += 1n
  }
  while (m <= MANTISSA_LOW) {
    m *= 10n
    e -= 1n
  }
  return e > I64_MAX || e < I64_MIN ? undefined : { mantissa: m, exponent: e }
}

/** @returns undefined when the mantissa is above 10^21 or the exponent leaves i64 */
export function newSafeFloat(mantissa: bigint, exponent: bigint): SafeFloat | undefined {
  return mantissa > MANTISSA_MAX ? undefined : normalize(mantissa, exponent)
}

/** Every u64 is representable. */
export function fromU64(value: bigint): SafeFloat {
  return normalize(value, 0n) as SafeFloat
}

/** Raw bits of a U64F64: the numbers of the older share maps. */
export function fromU64F64(bits: bigint): SafeFloat {
  const fraction = div(fromU64(bits & U64_MAX), TWO_64) as SafeFloat
  return add(fromU64(bits >> 64n), fraction) as SafeFloat
}

/** Floored, stopping at u64's maximum. */
export function toU64(x: SafeFloat): bigint {
  if (x.mantissa === 0n) return 0n
  if (x.exponent > U64_DIGITS) return U64_MAX
  // A mantissa has at most 22 digits.
  if (x.exponent < -EXPONENT_OF_ONE - 1n) return 0n
  const value = x.exponent >= 0n ? x.mantissa * 10n ** x.exponent : x.mantissa / 10n ** -x.exponent
  return value > U64_MAX ? U64_MAX : value
}

/** The mantissa of `x` at a greater exponent, truncated. */
function aligned(x: SafeFloat, exponent: bigint): bigint {
  const digits = exponent - x.exponent
  return x.mantissa / 10n ** (digits > ALIGN_DIGITS_MAX ? ALIGN_DIGITS_MAX : digits)
}

export function add(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (isZero(a)) return b
  if (isZero(b)) return a
  return a.exponent >= b.exponent
    ? normalize(a.mantissa + aligned(b, a.exponent), a.exponent)
    : normalize(aligned(a, b.exponent) + b.mantissa, b.exponent)
}

/** A smaller minuend gives 0; taking from zero itself gives undefined. */
export function sub(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (isZero(b)) return a
  if (isZero(a)) return undefined
  const isFiner = a.exponent < b.exponent
  const exponent = isFiner ? b.exponent : a.exponent
  const left = isFiner ? aligned(a, exponent) : a.mantissa
  const right = isFiner ? b.mantissa : aligned(b, exponent)
  return left <= right ? ZERO : normalize(left - right, exponent)
}

/** @returns undefined for a zero divisor */
export function div(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (isZero(b)) return undefined
  return normalize(
    (a.mantissa * MANTISSA_MAX) / b.mantissa,
    a.exponent - b.exponent - EXPONENT_OF_ONE,
  )
}

/** x * a / b with one truncation. @returns undefined for a zero divisor */
export function mulDiv(x: SafeFloat, a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (isZero(b)) return undefined
  return normalize((x.mantissa * a.mantissa) / b.mantissa, x.exponent + a.exponent - b.exponent)
}
