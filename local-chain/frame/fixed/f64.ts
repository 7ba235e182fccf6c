/**
 * Float literals of the chain's source as fixed-point bits, rounded once and exactly.
 *
 * Source: ../shared/spec/fixed-point.md section 3 (round to nearest, ties to even).
 *
 * @module
 */

/** Bits of the mantissa of a float64 that are stored. */
const MANTISSA_BITS = 52n
const EXPONENT_BIAS = 1023n

/**
 * Nearest integer to `value * 2^frac`, ties to even, without any bound.
 *
 * @throws RangeError  NaN or an infinity
 */
export function f64ToBits(value: number, frac: bigint): bigint {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no fixed-point form`)
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const raw = view.getBigUint64(0)
  const exponent = (raw >> MANTISSA_BITS) & 0x7ffn
  const stored = raw & ((1n << MANTISSA_BITS) - 1n)
  // Subnormals have no hidden bit and the exponent of the smallest normal number.
  const mantissa = exponent === 0n ? stored : stored | (1n << MANTISSA_BITS)
  const scale = (exponent === 0n ? 1n : exponent) - EXPONENT_BIAS - MANTISSA_BITS + frac
  const magnitude = scale >= 0n ? mantissa << scale : shiftRoundEven(mantissa, -scale)
  return value < 0 ? -magnitude : magnitude
}

function shiftRoundEven(magnitude: bigint, by: bigint): bigint {
  const floor = magnitude >> by
  const rest = magnitude - (floor << by)
  const half = 1n << (by - 1n)
  if (rest > half || (rest === half && (floor & 1n) === 1n)) return floor + 1n
  return floor
}
