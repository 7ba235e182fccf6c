/**
 * Scalar helpers of the epoch: u16 shares, clamps, the bounded exponential and the sigmoid.
 *
 * Source: ../shared/spec/fixed-point.md section 6.1 (subtensor `epoch/math.rs`), spec 425.
 *
 * @module
 */
import { convert, exp, I32F32, I64F64 } from '../../frame/fixed/index.ts'

/** 65535 as a fixed-point number: the whole of a u16 share. */
export const U16_WHOLE: I32F32 = I32F32.fromInt(65_535)

/** One half. */
export const HALF: I32F32 = I32F32.fromBits(I32F32.one >> 1n)

const EXP_MAX: I32F32 = I32F32.fromInt(20)
const EXP_MIN: I32F32 = I32F32.fromInt(-20)
const PARTS_PER_MILLION: I64F64 = I64F64.fromNum(1_000_000n)

/** A u16 share as a number in [0, 1], truncated. */
export function u16ProportionToFixed(share: number): I32F32 {
  return I32F32.saturatingDiv(I32F32.fromInt(share), U16_WHOLE)
}

/** A number in [0, 1] as a u16 share, floored: 1 - 2^-32 gives 65534. */
export function fixedProportionToU16(x: I32F32): number {
  return I32F32.toU16(I32F32.saturatingMul(x, U16_WHOLE))
}

export function smaller(a: I32F32, b: I32F32): I32F32 {
  if (a < b) return a
  return b
}

export function larger(a: I32F32, b: I32F32): I32F32 {
  if (a > b) return a
  return b
}

/** `max(min(value, high), low)`: `low` wins where the bounds are crossed. */
export function clamp(value: I32F32, low: I32F32, high: I32F32): I32F32 {
  return larger(smaller(value, high), low)
}

/** e^x with x clamped to [-20, 20], where the series always fits. */
export function expSafe(x: I32F32): I32F32 {
  const result = exp(I32F32, clamp(x, EXP_MIN, EXP_MAX))
  if (result !== undefined) return result
  return x <= 0n ? I32F32.zero : I32F32.max
}

/** 1 / (1 + e^(-rho * (x - kappa))). No step of today's epoch calls it. */
export function sigmoidSafe(x: I32F32, rho: I32F32, kappa: I32F32): I32F32 {
  const minusRho = I32F32.saturatingMul(rho, I32F32.fromInt(-1))
  const exponent = I32F32.saturatingMul(minusRho, I32F32.saturatingSub(x, kappa))
  return I32F32.safeDiv(I32F32.one, I32F32.saturatingAdd(expSafe(exponent), I32F32.one))
}

/**
 * Weight of the new value in the bonds' moving average: one less the subnet's parameter.
 *
 * @param bondsMovingAverage  u64, parts per million
 */
export function bondsEmaAlpha(bondsMovingAverage: bigint): I32F32 {
  const kept = I64F64.safeDiv(I64F64.fromNum(bondsMovingAverage), PARTS_PER_MILLION)
  return I32F32.saturatingSub(I32F32.one, convert(I64F64, I32F32, kept))
}
