/**
 * Square root by bisection and integer powers, as the chain's safe-math crate computes them.
 *
 * Source: ../shared/spec/fixed-point.md section 4 (`FixedExt`). `safe_div`, `safe_div_or` and
 * `abs_diff` are methods of `FixedType`.
 *
 * @module
 */
import type { AnyFixed, FixedType } from './fixed-type.ts'

/** The library gives up after this many halvings. */
const SQRT_ROUNDS_MAX = 129

/**
 * Bisects until mid and a / mid are within `epsilon` of each other.
 *
 * @returns undefined for a negative number
 */
export function checkedSqrt<F extends AnyFixed>(
  type: FixedType<F>,
  a: F,
  epsilon: F,
): F | undefined {
  if (a < 0n) return undefined
  const two = type.fromNum(2n)
  // The root of a number up to one lies between it and one, else between zero and the number.
  let high = a > type.one ? a : type.one
  let low = a > type.one ? type.zero : a
  let middle = type.safeDiv(type.saturatingAdd(high, low), two)
  let quotient = type.safeDiv(a, middle)
  for (let round = 0; round < SQRT_ROUNDS_MAX; round += 1) {
    if (type.absDiff(quotient, middle) <= epsilon) break
    if (quotient < middle) high = middle
    else low = middle
    middle = type.safeDiv(type.saturatingAdd(high, low), two)
    quotient = type.safeDiv(a, middle)
  }
  return middle
}

/**
 * Integer power by squaring with saturating multiplications. The base is squared once more than
 * needed, which cannot change the result.
 *
 * @param exponent  an i32
 * @returns undefined only for 0 to a negative power
 */
export function checkedPow<F extends AnyFixed>(
  type: FixedType<F>,
  a: F,
  exponent: number,
): F | undefined {
  if (exponent === 0) return type.one
  if (a === 0n) return exponent < 0 ? undefined : type.zero
  let rest = Math.abs(exponent)
  let base = a
  let result = type.one
  while (rest > 0) {
    if (rest % 2 === 1) result = type.saturatingMul(result, base)
    base = type.saturatingMul(base, base)
    rest = Math.floor(rest / 2)
  }
  return exponent < 0 ? type.safeDiv(type.one, result) : result
}
