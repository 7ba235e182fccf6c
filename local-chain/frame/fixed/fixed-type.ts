/**
 * One fixed-point type: its bounds and every operation the chain performs on its raw bits.
 *
 * A number is the bigint `bits`; its value is bits / 2^frac. Multiplication and every right shift
 * floor, division truncates toward zero, and the method name says what happens on overflow.
 * Source: ../shared/spec/fixed-point.md sections 1 to 4 (substrate-fixed 0.6.0, safe-math), spec 425.
 *
 * @module
 */
import { f64ToBits } from './f64.ts'

declare const fixedBrand: unique symbol

/** Raw bits of a fixed-point number; the name keeps two types from being mixed. */
export type Fixed<Name extends string> = bigint & { readonly [fixedBrand]: Name }

/** Any fixed-point number. */
export type AnyFixed = Fixed<string>

const U16_MAX = 0xffffn
const U32_MAX = 0xffff_ffffn
const U64_MAX = (1n << 64n) - 1n
const U128_MAX = (1n << 128n) - 1n
const I64_MAX = (1n << 63n) - 1n
const I64_MIN = -(1n << 63n)

function clampInteger(value: bigint, min: bigint, max: bigint): bigint {
  return value > max ? max : value < min ? min : value
}

// Plain bigint parameters: the compiler types arithmetic on a generic `F` as number.

function difference(a: bigint, b: bigint): bigint {
  return a - b
}

/** floor(a * b / 2^frac), exact. */
function product(a: bigint, b: bigint, frac: bigint): bigint {
  return (a * b) >> frac
}

/** trunc(a * 2^frac / b), exact. */
function quotient(a: bigint, b: bigint, frac: bigint): bigint {
  return (a << frac) / b
}

/**
 * The operations of one type. Saturation is two bigint comparisons, no operation allocates anything
 * but its result, and all types are instances of one class so that call sites stay monomorphic.
 *
 * Division by zero throws RangeError (a panic on the chain) except in `checked*` and `safe*`.
 */
export class FixedType<F extends AnyFixed> {
  /** The chain's name, e.g. `U64F64`. */
  readonly name: string
  /** Storage width in bits; the SCALE encoding is the little-endian integer of this width. */
  readonly width: number
  readonly signed: boolean
  /** Fraction bits, as the bigint that shifts take. */
  readonly frac: bigint
  readonly min: F
  readonly max: F
  readonly zero: F
  readonly one: F

  constructor(name: string, shape: { signed: boolean; integerBits: number; fractionBits: number }) {
    const width = shape.integerBits + shape.fractionBits
    const top = 1n << BigInt(width - (shape.signed ? 1 : 0))
    this.name = name
    this.width = width
    this.signed = shape.signed
    this.frac = BigInt(shape.fractionBits)
    this.min = (shape.signed ? -top : 0n) as F
    this.max = (top - 1n) as F
    this.zero = 0n as F
    this.one = (1n << this.frac) as F
  }

  /**
   * Takes raw bits as a number of this type.
   *
   * @throws RangeError  bits outside the storage integer
   */
  fromBits(bits: bigint): F {
    if (bits > this.max || bits < this.min) throw new RangeError(`${bits} is not a ${this.name}`)
    return bits as F
  }

  /** The nearest representable bits. */
  saturate(bits: bigint): F {
    return (bits > this.max ? this.max : bits < this.min ? this.min : bits) as F
  }

  /** Bits modulo 2^width, in two's complement for signed types. */
  wrap(bits: bigint): F {
    if (bits <= this.max && bits >= this.min) return bits as F
    return (this.signed ? BigInt.asIntN(this.width, bits) : BigInt.asUintN(this.width, bits)) as F
  }

  /** The bits when representable, else undefined. */
  check(bits: bigint): F | undefined {
    return bits > this.max || bits < this.min ? undefined : (bits as F)
  }

  // From integers and floats -----------------------------------------------------------------

  /** `saturating_from_num` of an integer of any width. */
  fromNum(integer: bigint): F {
    return this.saturate(integer << this.frac)
  }

  /** `saturating_from_num` of an integer that the code carries as a number (u32 and narrower). */
  fromInt(integer: number): F {
    return this.saturate(BigInt(integer) << this.frac)
  }

  /** `from_num` as the release build runs it: wraps. */
  wrappingFromNum(integer: bigint): F {
    return this.wrap(integer << this.frac)
  }

  checkedFromNum(integer: bigint): F | undefined {
    return this.check(integer << this.frac)
  }

  /**
   * `saturating_from_num` of a float literal: nearest bits, ties to even. For constants of the
   * chain's source, evaluated while a module loads; block execution never meets a float.
   *
   * @throws RangeError  NaN or an infinity
   */
  fromF64(literal: number): F {
    return this.saturate(f64ToBits(literal, this.frac))
  }

  // To integers and floats -------------------------------------------------------------------

  /** Integer part, floored: -0.5 becomes -1. */
  toInteger(x: F): bigint {
    return x >> this.frac
  }

  /** `saturating_to_num::<u16>` (floors; negative numbers give 0). */
  toU16(x: F): number {
    return Number(clampInteger(x >> this.frac, 0n, U16_MAX))
  }

  toU32(x: F): number {
    return Number(clampInteger(x >> this.frac, 0n, U32_MAX))
  }

  /** `saturating_to_num::<u64>` (floors; negative numbers give 0). */
  toU64(x: F): bigint {
    return clampInteger(x >> this.frac, 0n, U64_MAX)
  }

  toU128(x: F): bigint {
    return clampInteger(x >> this.frac, 0n, U128_MAX)
  }

  toI64(x: F): bigint {
    return clampInteger(x >> this.frac, I64_MIN, I64_MAX)
  }

  /** `to_num::<u64>` as the release build runs it: wraps. */
  wrappingToU64(x: F): bigint {
    return BigInt.asUintN(64, x >> this.frac)
  }

  /** Nearest float, ties to even. For RPC answers, rendering and tests only. */
  toF64(x: F): number {
    // Number() rounds to nearest even and the division by a power of two is exact.
    return Number(x) / 2 ** Number(this.frac)
  }

  // Saturating -------------------------------------------------------------------------------

  saturatingAdd(a: F, b: F): F {
    return this.saturate(a + b)
  }

  saturatingSub(a: F, b: F): F {
    return this.saturate(difference(a, b))
  }

  /** floor(a * b / 2^frac), clamped. */
  saturatingMul(a: F, b: F): F {
    return this.saturate(product(a, b, this.frac))
  }

  /** trunc(a * 2^frac / b), clamped. */
  saturatingDiv(a: F, b: F): F {
    return this.saturate(quotient(a, b, this.frac))
  }

  /** Absolute difference, clamped. */
  absDiff(a: F, b: F): F {
    return a < b ? this.saturate(difference(b, a)) : this.saturate(difference(a, b))
  }

  // Checked ----------------------------------------------------------------------------------

  checkedAdd(a: F, b: F): F | undefined {
    return this.check(a + b)
  }

  checkedSub(a: F, b: F): F | undefined {
    return this.check(difference(a, b))
  }

  checkedMul(a: F, b: F): F | undefined {
    return this.check(product(a, b, this.frac))
  }

  checkedDiv(a: F, b: F): F | undefined {
    return b === 0n ? undefined : this.check(quotient(a, b, this.frac))
  }

  // Wrapping: what the plain operators and `sum()` do in the release build ---------------------

  wrappingAdd(a: F, b: F): F {
    return this.wrap(a + b)
  }

  wrappingSub(a: F, b: F): F {
    return this.wrap(difference(a, b))
  }

  wrappingMul(a: F, b: F): F {
    return this.wrap(product(a, b, this.frac))
  }

  wrappingDiv(a: F, b: F): F {
    return this.wrap(quotient(a, b, this.frac))
  }

  /** The operator `fixed / integer`: bits divided by the integer, truncated. */
  wrappingDivInt(a: F, divisor: bigint): F {
    return this.wrap(a / divisor)
  }

  /** The operator `fixed * integer`. */
  wrappingMulInt(a: F, factor: bigint): F {
    return this.wrap(a * factor)
  }

  // safe-math --------------------------------------------------------------------------------

  /** Quotient, or 0 when the divisor is 0 or the quotient does not fit: it does not saturate. */
  safeDiv(a: F, b: F): F {
    if (b === 0n) return this.zero
    const bits = quotient(a, b, this.frac)
    return (bits > this.max || bits < this.min ? 0n : bits) as F
  }

  /** Quotient, or `fallback` when the divisor is 0 or the quotient does not fit. */
  safeDivOr(a: F, b: F, fallback: F): F {
    if (b === 0n) return fallback
    const bits = quotient(a, b, this.frac)
    return (bits > this.max || bits < this.min ? fallback : bits) as F
  }

  // Rounding to whole numbers; the ones that move up wrap like the release build ---------------

  floor(x: F): F {
    return ((x >> this.frac) << this.frac) as F
  }

  ceil(x: F): F {
    return this.wrap(((x + this.one - 1n) >> this.frac) << this.frac)
  }

  /** Nearest whole number, ties away from zero. */
  round(x: F): F {
    const bits: bigint = x
    const half = (1n << this.frac) >> 1n
    const magnitude = (((bits < 0n ? -bits : bits) + half) >> this.frac) << this.frac
    return this.wrap(bits < 0n ? -magnitude : magnitude)
  }

  /** The fraction above `floor`, never negative. */
  fraction(x: F): F {
    return (x & (this.one - 1n)) as F
  }
}
