/**
 * (bn / bd)^(en / ed) on integers, the power behind every price curve of a weighted pool.
 *
 * Small exponents are exact. The others go through logarithm and exponential series in binary fixed
 * point whose stopping rules are part of the result, so nothing here may be made "better": a series
 * that the chain cuts off before it converges gives a meaningless number there and here.
 *
 * Source: ../shared/spec/swap.md section 4 (safe-bigmath 013c4998, `src/integer.rs`), spec 425.
 *
 * @module
 */

/** Exponents up to this are taken exactly. */
const EXACT_EXPONENT_MAX = 1024n
const GUARD_BITS = 24n
const GUARD = 1n << GUARD_BITS
const PRECISION_MIN = 32
const LOOPS_MAX = 4096

/** Division that floors toward minus infinity; the divisor is positive. */
function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

/** The largest r with r^degree <= value. */
function integerRoot(value: bigint, degree: bigint): bigint {
  if (degree === 1n || value < 2n) return value
  // Newton from above: never below the root until it stops falling.
  let root = 1n << (BigInt(bitLength(value)) / degree + 1n)
  for (;;) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree
    if (next >= root) return root
    root = next
  }
}

/** Without the guard bits: to nearest, halves away from zero. */
function roundGuard(value: bigint): bigint {
  const quotient = value / GUARD
  const rest = value % GUARD
  const doubled = rest < 0n ? -2n * rest : 2n * rest
  if (doubled < GUARD) return quotient
  return rest < 0n ? quotient - 1n : quotient + 1n
}

/** The series in fixed point of `bits` fraction bits, guard bits included. */
class Series {
  readonly #bits: bigint
  readonly #one: bigint
  readonly #loops: bigint
  readonly #ln2: bigint

  constructor(bits: number) {
    this.#bits = BigInt(bits)
    this.#one = 1n << this.#bits
    this.#loops = BigInt(Math.min(LOOPS_MAX, bits + 128))
    this.#ln2 = -this.#ln1p(-this.#one / 2n)
  }

  #ln1p(x: bigint): bigint {
    let term = x
    let sum = x
    let previous = roundGuard(sum)
    for (let n = 2n; n <= this.#loops; n++) {
      term = (term * x) >> this.#bits
      if (term === 0n) break
      const part = floorDiv(term, n)
      if (part === 0n) break
      sum += (n & 1n) === 0n ? -part : part
      const rounded = roundGuard(sum)
      if ((part < 0n ? -part : part) < GUARD || rounded === previous) break
      previous = rounded
    }
    return sum
  }

  ln(value: bigint): bigint {
    let shift = BigInt(bitLength(value) - 1)
    let mantissa = (value << this.#bits) >> shift
    if (2n * mantissa >= 3n * this.#one) {
      mantissa >>= 1n
      shift++
    }
    return this.#ln1p(mantissa - this.#one) + shift * this.#ln2
  }

  exp(x: bigint): bigint {
    let term = this.#one
    let sum = this.#one
    let previous = roundGuard(sum)
    for (let n = 1n; n <= this.#loops; n++) {
      term = floorDiv(term * x, this.#one * n)
      if (term === 0n) break
      sum += term
      const rounded = roundGuard(sum)
      if ((term < 0n ? -term : term) < GUARD || rounded === previous) break
      previous = rounded
    }
    return sum
  }
}

/** By fraction bits. Only two precisions are in use on the chain. */
const seriesByBits = new Map<number, Series>()

function seriesOf(bits: number): Series {
  let series = seriesByBits.get(bits)
  if (series === undefined) {
    series = new Series(bits)
    seriesByBits.set(bits, series)
  }
  return series
}

export interface PowRatioInput {
  readonly baseNumerator: bigint
  readonly baseDenominator: bigint
  readonly exponentNumerator: bigint
  readonly exponentDenominator: bigint
  /** Fraction bits of the logarithm, at least. */
  readonly precision: number
  readonly scale: bigint
}

/**
 * (baseNumerator / baseDenominator)^(exponentNumerator / exponentDenominator) * scale, floored.
 *
 * @returns undefined for a zero denominator. Far from 1 the approximate path may give a negative or
 *   absurdly large number; callers clamp as the chain does.
 */
export function powRatioScaled(input: PowRatioInput): bigint | undefined {
  const { baseNumerator, baseDenominator, scale } = input
  let numerator = input.exponentNumerator
  let denominator = input.exponentDenominator
  if (baseDenominator <= 0n || denominator <= 0n || baseNumerator < 0n || numerator < 0n) {
    return undefined
  }
  if (baseNumerator === 0n) return 0n
  if (numerator === 0n) return scale
  const divisor = gcd(numerator, denominator)
  numerator /= divisor
  denominator /= divisor
  if (numerator <= EXACT_EXPONENT_MAX && denominator <= EXACT_EXPONENT_MAX) {
    const power = (baseNumerator ** numerator * scale ** denominator) / baseDenominator ** numerator
    return integerRoot(power, denominator)
  }
  const precision = Math.max(input.precision, PRECISION_MIN, bitLength(scale) + 8)
  const series = seriesOf(precision + Number(GUARD_BITS))
  const logarithm = series.ln(baseNumerator) - series.ln(baseDenominator)
  const power = series.exp(floorDiv(logarithm * numerator, denominator))
  return (roundGuard(power) * scale) >> BigInt(precision)
}
