/**
 * exp, log2, ln and pow with the truncated series and 23-bit constants of the chain's library: the
 * results are wrong in the same last bits.
 *
 * Source: ../shared/spec/fixed-point.md section 5 (substrate-fixed `transcendental.rs`).
 *
 * @module
 */
import type { AnyFixed, FixedType } from './fixed-type.ts'

/** e and log2(e) with 23 fraction bits, the library's precision for constants of every type. */
const E_I9F23 = 22_802_600n
const LOG2_E_I9F23 = 12_102_203n
const CONSTANT_FRACTION_BITS = 23n

/**
 * e^x by its power series, cut after as many terms as the type has fraction bits less one.
 *
 * @returns undefined where a step does not fit
 * @cost   30 multiplications and divisions for 32 fraction bits, 62 for 64
 */
export function exp<F extends AnyFixed>(type: FixedType<F>, x: F): F | undefined {
  const one: bigint = type.one
  const { max, frac } = type
  if (x === 0n) return type.one
  if (x === one) return type.check(E_I9F23 << (frac - CONSTANT_FRACTION_BITS))
  const bits: bigint = x
  const magnitude = bits < 0n ? -bits : bits
  let result: bigint = one + magnitude
  if (result > max) return undefined
  let term = magnitude
  for (let i = 2n; i < frac; i += 1n) {
    term = (term * magnitude) >> frac
    if (term > max) return undefined
    term /= i
    result += term
    if (result > max) return undefined
  }
  return x < 0n ? type.checkedDiv(type.one, result as F) : (result as F)
}

/** Half, rounded up in the last bit. */
function halfUp(x: bigint): bigint {
  return (x >> 1n) + (x & 1n)
}

/** log2 of bits that are at least one, in bits. */
function log2FromOne(x: bigint, frac: bigint): bigint {
  const one = 1n << frac
  const two = one << 1n
  let mantissa = x
  let result = 0n
  while (mantissa >= two) {
    result += 1n
    mantissa = halfUp(mantissa)
  }
  if (mantissa === one) return result << frac
  for (let i = 0n; i < frac; i += 1n) {
    mantissa = (mantissa * mantissa) >> frac
    result <<= 1n
    if (mantissa >= two) {
      result |= 1n
      mantissa = halfUp(mantissa)
    }
  }
  return result
}

/** Binary logarithm; undefined for x <= 0 and where 1 / x does not fit. */
export function log2<F extends AnyFixed>(type: FixedType<F>, x: F): F | undefined {
  if (x <= 0n) return undefined
  if (x >= type.one) return type.check(log2FromOne(x, type.frac))
  const inverse = type.checkedDiv(type.one, x)
  return inverse === undefined ? undefined : type.check(-log2FromOne(inverse, type.frac))
}

/** Natural logarithm: log2(x) / log2(e), truncated toward zero. */
export function ln<F extends AnyFixed>(type: FixedType<F>, x: F): F | undefined {
  const log = log2(type, x)
  if (log === undefined) return undefined
  const log2E = LOG2_E_I9F23 << (type.frac - CONSTANT_FRACTION_BITS)
  return type.check((log << type.frac) / log2E)
}

/** base^exponent as exp(ln(base) * exponent), exact for an exponent of 0 or 1 and for base 0. */
export function pow<F extends AnyFixed>(type: FixedType<F>, base: F, exponent: F): F | undefined {
  if (base === 0n) return type.zero
  if (exponent === 0n) return type.one
  if (exponent === type.one) return base
  const log = ln(type, base)
  if (log === undefined) return undefined
  const scaled = type.checkedMul(log, exponent)
  return scaled === undefined ? undefined : exp(type, scaled)
}
