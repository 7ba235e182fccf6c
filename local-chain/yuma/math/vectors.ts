/**
 * Vector functions of the epoch. Each returns a new vector.
 *
 * Source: ../shared/spec/fixed-point.md section 6.3.
 *
 * @module
 */
import { I32F32, I64F64 } from '../../frame/fixed/index.ts'

export type Vector = readonly I32F32[]

/** Sum as `iter().sum()` computes it: wraps. */
export function sum(x: Vector): I32F32 {
  let total = 0n
  for (const value of x) total += value
  // Wrapping addition is associative, so one wrap at the end gives the same bits.
  return I32F32.wrap(total)
}

/** Each element divided by a given sum; unchanged when the sum is 0. */
export function normalizeUsingSum(x: Vector, total: I32F32): Vector {
  return total === 0n ? x : x.map((value) => I32F32.safeDiv(value, total))
}

/** Each element divided by the sum; unchanged when the sum is 0. */
export function normalize(x: Vector): Vector {
  return normalizeUsingSum(x, sum(x))
}

/** `normalize` in the wide type of the stake weights. */
export function normalize64(x: readonly I64F64[]): readonly I64F64[] {
  let bits = 0n
  for (const value of x) bits += value
  const total = I64F64.wrap(bits)
  return total === 0n ? x : x.map((value) => I64F64.safeDiv(value, total))
}

/**
 * Zero where the mask is true or too short. An empty mask changes nothing, unlike the empty mask of
 * `maskRowsSparse`, which empties all.
 */
export function maskVector(mask: readonly boolean[], x: Vector): Vector {
  if (mask.length === 0) return x
  return x.map((value, i) => ((mask[i] ?? true) ? I32F32.zero : value))
}

/** Element by element product, as long as the shorter vector; an overflow gives 0. */
export function vecMul(a: Vector, b: Vector): Vector {
  const product: I32F32[] = []
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    product.push(I32F32.checkedMul(at(a, i), at(b, i)) ?? I32F32.zero)
  }
  return product
}

/** The element, or 0 beyond the end (`get_safe`). */
export function at(x: Vector, i: number): I32F32 {
  return x[i] ?? I32F32.zero
}

/** Which elements are among the k largest; among equal values the lower index loses. */
export function isTopk(x: Vector, k: number): boolean[] {
  return demoteBelowTopk(
    x,
    k,
    x.map(() => true),
  )
}

/** Which elements are among the k largest and not 0; among equal values the lower index loses. */
export function isTopkNonzero(x: Vector, k: number): boolean[] {
  return demoteBelowTopk(
    x,
    k,
    x.map((value) => value !== 0n),
  )
}

function demoteBelowTopk(x: Vector, k: number, result: boolean[]): boolean[] {
  if (x.length < k) return result
  const ascending = x.map((_, i) => i)
  ascending.sort((i, j) => {
    const difference = at(x, i) - at(x, j)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  })
  for (const i of ascending.slice(0, x.length - k)) result[i] = false
  return result
}
