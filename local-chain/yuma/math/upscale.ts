/**
 * Scaling of weights so that the largest becomes 65535, the form in which weights are stored.
 *
 * Source: ../shared/spec/fixed-point.md section 6.2. The only place of the epoch's maths that rounds
 * to nearest.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import { U16_WHOLE, u16ProportionToFixed } from './scalars.ts'
import { at, normalize, type Vector } from './vectors.ts'

/** Above this largest element the factor is computed once, so that e * 65535 stays in range. */
const FACTOR_THRESHOLD: I32F32 = I32F32.fromInt(32_768)

/** Scales so that the largest element becomes 65535; an all-zero vector stays zero. */
export function vecMaxUpscaleToU16(x: Vector): number[] {
  if (x.length === 0) return []
  let largest = at(x, 0)
  for (const value of x) if (value > largest) largest = value
  if (largest === 0n) return x.map((value) => I32F32.toU16(I32F32.saturatingMul(value, U16_WHOLE)))
  if (largest > FACTOR_THRESHOLD) {
    const factor = I32F32.safeDiv(U16_WHOLE, largest)
    return x.map((value) => I32F32.toU16(I32F32.round(I32F32.saturatingMul(value, factor))))
  }
  return x.map((value) =>
    I32F32.toU16(I32F32.round(I32F32.safeDiv(I32F32.saturatingMul(value, U16_WHOLE), largest))),
  )
}

/** What set_weights stores for the u16 weights of a call. */
export function vecU16MaxUpscaleToU16(x: readonly number[]): number[] {
  return vecMaxUpscaleToU16(x.map((value) => I32F32.fromInt(value)))
}

/**
 * Whether no weight of the normalised vector is above a limit.
 *
 * @param limit  u16 share
 */
export function checkVecMaxLimited(x: readonly number[], limit: number): boolean {
  const bound = u16ProportionToFixed(limit)
  return normalize(x.map((value) => I32F32.fromInt(value))).every((value) => value <= bound)
}
