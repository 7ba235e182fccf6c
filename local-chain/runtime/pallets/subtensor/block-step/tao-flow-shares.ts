/**
 * Emission shares by TAO flow: the rule of runtime spec 393. The runtime of 425 still carries it but
 * divides by price (`emission-shares.ts`), so nothing in the block step calls this; a chain that serves
 * a client of 393 would.
 *
 * Source: ../shared/spec/block-pipeline.md section 15 "TAO flow", section 16; fixed-point.md section 5
 * for the powers (subtensor `coinbase/subnet_emissions.rs`).
 *
 * @module
 */
import {
  checkedSqrt,
  convert,
  exp,
  I32F32,
  I64F64,
  ln,
  U64F64,
} from '../../../../frame/fixed/index.ts'
import { maxBigint, minBigint } from '../../../u64.ts'

const I64_MAX = (1n << 63n) - 1n
/** `i32::MAX`: what powers may sum to, and what a power that does not fit counts as. */
const POWER_MAX = U64F64.fromNum((1n << 31n) - 1n)
const SQRT_EPSILON = U64F64.safeDiv(U64F64.one, U64F64.fromNum(1_000n))

/**
 * The average flow of a subnet after a block.
 *
 * @param flow    rao that flowed in since the last reading, negative where more flowed out
 * @param factor  weight of the new flow, of 2^63 - 1
 */
export function nextFlowAverage(average: I64F64, flow: bigint, factor: bigint): I64F64 {
  const weight = I64F64.safeDiv(I64F64.fromNum(factor), I64F64.fromNum(I64_MAX))
  const kept = I64F64.saturatingMul(I64F64.saturatingSub(I64F64.one, weight), average)
  return I64F64.saturatingAdd(kept, I64F64.saturatingMul(weight, I64F64.fromNum(flow)))
}

/** Shares by position: flow above the cutoff, or above the lowest flow where that is negative. */
export function flowShares(
  averages: readonly I64F64[],
  cutoff: I64F64,
  exponent: U64F64,
): U64F64[] {
  const lowest = averages.reduce((low, flow) => minBigint(low, flow) as I64F64, I64F64.zero)
  const base = maxBigint(cutoff, lowest) as I64F64
  const above = averages.map((flow) =>
    convert(I64F64, U64F64, maxBigint(I64F64.saturatingSub(flow, base), 0n) as I64F64),
  )
  return powNormalized(above, exponent)
}

/** Powers of the values, as parts of their sum. The powers have about 1 % error. */
export function powNormalized(values: readonly U64F64[], exponent: U64F64): U64F64[] {
  const inverse = U64F64.safeDiv(U64F64.one, greatest(values))
  const unit = values.map((value) => U64F64.saturatingMul(value, inverse))
  // Scaled so that the sum of the powers fits I32F32 and small values keep their bits.
  const max = greatest(unit)
  const room = U64F64.saturatingMul(U64F64.fromInt(values.length), U64F64.saturatingMul(max, max))
  const factor = checkedSqrt(U64F64, U64F64.safeDiv(POWER_MAX, room), SQRT_EPSILON) ?? U64F64.zero
  const powers = unit.map((value) => safePow(U64F64.saturatingMul(value, factor), exponent))
  const sum = powers.reduce((total, power) => U64F64.saturatingAdd(total, power), U64F64.zero)
  return powers.map((power) => U64F64.safeDiv(power, sum))
}

function greatest(values: readonly U64F64[]): U64F64 {
  return values.reduce((most, value) => maxBigint(most, value) as U64F64, U64F64.zero)
}

/** exp(exponent * ln(base)) in I32F32; 0 where there is no logarithm. */
function safePow(base: U64F64, exponent: U64F64): U64F64 {
  const logarithm = ln(I32F32, convert(U64F64, I32F32, base))
  if (logarithm === undefined) return U64F64.zero
  const power = exp(I32F32, I32F32.saturatingMul(convert(U64F64, I32F32, exponent), logarithm))
  return power === undefined ? POWER_MAX : convert(I32F32, U64F64, power)
}
