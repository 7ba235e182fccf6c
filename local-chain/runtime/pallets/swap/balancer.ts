/**
 * The weighted pool as pure functions: price, the power of a trade, the input that moves the price
 * to a limit, and the weight that an injection asks for.
 *
 * x is the alpha reserve, y the TAO reserve; the quote weight w2 belongs to TAO, w1 = 1 - w2 to alpha.
 * Weights are parts of 10^18. Every rounding is the chain's.
 *
 * Source: ../shared/spec/swap.md sections 1, 3, 4, 8 and 9 (balancer.rs), spec 425.
 *
 * @module
 */
import { U64F64 } from '../../../frame/fixed/index.ts'
import { minBigint, saturatingAddU64, U64_MAX } from '../../u64.ts'
import { powRatioScaled } from './pow-ratio.ts'

/** A whole in parts: Perquintill's accuracy. */
export const PERQUINTILL = 1_000_000_000_000_000_000n
/** Constant product: the weight of every pool that no injection has moved. */
export const HALF_WEIGHT = PERQUINTILL / 2n
/** Weights stay within these, both included. */
export const WEIGHT_MIN = PERQUINTILL / 100n
export const WEIGHT_MAX = PERQUINTILL - WEIGHT_MIN

const U128_MAX = (1n << 128n) - 1n
const SCALE = U64F64.fromNum(PERQUINTILL)

/** The two sides of a pool. */
export interface Reserves {
  readonly tao: bigint
  readonly alpha: bigint
}

/** Whether a pool may have this quote weight. */
export function isValidWeight(quoteWeight: bigint): boolean {
  return quoteWeight >= WEIGHT_MIN && quoteWeight <= WEIGHT_MAX
}

/** TAO per alpha. 0 without alpha. */
export function poolPrice(reserves: Reserves, quoteWeight: bigint): U64F64 {
  if (reserves.alpha === 0n) return U64F64.zero
  // The division of two whole u64 numbers: their own fraction bits cancel, and it always fits.
  const ratio = ((reserves.tao << 64n) / reserves.alpha) as U64F64
  if (quoteWeight === HALF_WEIGHT) return ratio
  if (quoteWeight === 0n) return U64F64.zero
  const weights = (((PERQUINTILL - quoteWeight) << 64n) / quoteWeight) as U64F64
  return U64F64.saturatingMul(weights, ratio)
}

/**
 * (reserve / (reserve + delta))^e with 18 decimal digits; e = w1/w2 when alpha comes in (a sell),
 * w2/w1 when TAO does.
 */
export function tradePower(
  reserve: bigint,
  delta: bigint,
  quoteWeight: bigint,
  side: 'buy' | 'sell',
): U64F64 {
  const grown = saturatingAddU64(reserve, delta)
  if (grown === 0n) return U64F64.zero
  const base = PERQUINTILL - quoteWeight
  const power = powRatioScaled({
    baseNumerator: reserve,
    baseDenominator: grown,
    exponentNumerator: side === 'sell' ? base : quoteWeight,
    exponentDenominator: side === 'sell' ? quoteWeight : base,
    precision: 256,
    scale: PERQUINTILL,
  })
  if (power === undefined || power < 0n || power > U64_MAX) return U64F64.zero
  return U64F64.safeDiv(U64F64.fromNum(power), SCALE)
}

/** What a trade of `input` (fee taken off) pays out. The power is floored, so this errs upward. */
export function tradeOutput(
  reserves: Reserves,
  quoteWeight: bigint,
  side: 'buy' | 'sell',
  input: bigint,
): bigint {
  const [reserveIn, reserveOut] =
    side === 'buy' ? [reserves.tao, reserves.alpha] : [reserves.alpha, reserves.tao]
  const power = tradePower(reserveIn, input, quoteWeight, side)
  const share = U64F64.saturatingSub(U64F64.one, power)
  return U64F64.toU64(U64F64.saturatingMul(U64F64.fromNum(reserveOut), share))
}

/** (to / from)^weight - 1 on the raw bits of two prices, not below 0. */
function growth(from: U64F64, to: U64F64, weight: bigint): U64F64 {
  const power = powRatioScaled({
    baseNumerator: to,
    baseDenominator: from,
    exponentNumerator: weight,
    exponentDenominator: PERQUINTILL,
    precision: 1024,
    scale: PERQUINTILL,
  })
  if (power === undefined || power < 0n) return U64F64.zero
  const clamped = minBigint(power, U64_MAX)
  const factor = U64F64.safeDiv(U64F64.fromNum(clamped), SCALE)
  return U64F64.saturatingSub(factor, U64F64.one)
}

/** TAO that lifts the price from `price` to `limit`; 0 when the limit is not higher. */
export function taoToReachPrice(
  taoReserve: bigint,
  quoteWeight: bigint,
  price: U64F64,
  limit: U64F64,
): bigint {
  const factor = growth(price, limit, PERQUINTILL - quoteWeight)
  return U64F64.toU64(U64F64.saturatingMul(U64F64.fromNum(taoReserve), factor))
}

/** Alpha that lowers the price from `price` to `limit`; 0 when the limit is not lower. */
export function alphaToReachPrice(
  alphaReserve: bigint,
  quoteWeight: bigint,
  price: U64F64,
  limit: U64F64,
): bigint {
  const factor = growth(limit, price, quoteWeight)
  return U64F64.toU64(U64F64.saturatingMul(U64F64.fromNum(alphaReserve), factor))
}

function saturateU128(value: bigint): bigint {
  return value > U128_MAX ? U128_MAX : value
}

/** A share of an amount, to nearest, halves up. */
export function mulPerquintillRound(share: bigint, value: bigint): bigint {
  return (value * share + HALF_WEIGHT) / PERQUINTILL
}

/**
 * The quote weight under which `tao` and `alpha` more leave the price as it is.
 *
 * @returns undefined when that weight is outside the allowed range
 */
export function weightAfterInjection(
  reserves: Reserves,
  quoteWeight: bigint,
  tao: bigint,
  alpha: bigint,
): bigint | undefined {
  // Most blocks inject nothing into most pools: both sides are equal then, whatever the reserves.
  if (tao === 0n && alpha === 0n && quoteWeight === HALF_WEIGHT) return HALF_WEIGHT
  const baseSide = mulPerquintillRound(
    PERQUINTILL - quoteWeight,
    saturateU128(reserves.tao * saturateU128(reserves.alpha + alpha)),
  )
  const quoteSide = mulPerquintillRound(
    quoteWeight,
    saturateU128(reserves.alpha * saturateU128(reserves.tao + tao)),
  )
  const sum = saturateU128(baseSide + quoteSide)
  const weight = sum === 0n ? HALF_WEIGHT : (PERQUINTILL * quoteSide) / sum
  return isValidWeight(weight) ? weight : undefined
}

/**
 * The quote weight that gives a pool of these reserves the asked price.
 *
 * @returns undefined without reserves, or when the weight is outside the allowed range
 */
export function weightForPrice(reserves: Reserves, price: U64F64): bigint | undefined {
  const whole = U64F64.toInteger(price) * reserves.alpha
  const part = (U64F64.fraction(price) * reserves.alpha) >> U64F64.frac
  const denominator = whole + part + reserves.tao
  if (denominator === 0n) return undefined
  const weight = (PERQUINTILL * reserves.tao) / denominator
  return isValidWeight(weight) ? weight : undefined
}
