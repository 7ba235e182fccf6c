/**
 * Goal: the pool's formulas equal the chain's. Method: recorded inputs and exact outputs.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { U64F64 } from '../../../../../local-chain/frame/fixed/index.ts'
import {
  alphaToReachPrice,
  HALF_WEIGHT,
  isValidWeight,
  mulPerquintillRound,
  poolPrice,
  taoToReachPrice,
  tradeOutput,
  tradePower,
  weightAfterInjection,
  weightForPrice,
} from '../../../../../local-chain/runtime/pallets/swap/balancer.ts'
import { powRatioScaled } from '../../../../../local-chain/runtime/pallets/swap/pow-ratio.ts'
import { hasShared, sharedJson } from '../../../../support/shared.ts'

interface BalancerCase {
  name: string
  fn: string
  quote_weight: string
  reserve: string
  delta: string
  base_quote: boolean
  alpha_reserve: string
  tao_reserve: string
  tao_delta: string
  alpha_delta: string
  current_price_bits: string
  target_price_bits: string
  price_bits: string | null
  price_before_bits?: string
  price_after_bits?: string
  perquintill: string
  value: string
  expected_bits: string
  expected:
    | string
    | boolean
    | { injected_tao: string; injected_alpha: string; quote_weight: string }
  expected_quote_weight: string | null
}

const balancerCases = hasShared
  ? sharedJson<{ cases: BalancerCase[] }>('vectors/swap/balancer.json').cases
  : []

/** `base_needed_for_quote` is a helper of the chain's tests that no block ever runs. */
const ran = balancerCases.filter((c) => c.fn !== 'base_needed_for_quote')

function answer(c: BalancerCase): unknown {
  const weight = BigInt(c.quote_weight ?? 0)
  const reserves = { tao: BigInt(c.tao_reserve ?? 0), alpha: BigInt(c.alpha_reserve ?? 0) }
  const from = U64F64.fromBits(BigInt(c.current_price_bits ?? 0))
  const to = U64F64.fromBits(BigInt(c.target_price_bits ?? 0))
  switch (c.fn) {
    case 'exp_scaled':
      return tradePower(
        BigInt(c.reserve),
        BigInt(c.delta),
        weight,
        c.base_quote ? 'sell' : 'buy',
      ).toString()
    case 'price':
      return poolPrice(reserves, weight).toString()
    case 'quote_delta_in':
      return taoToReachPrice(BigInt(c.reserve), weight, from, to).toString()
    case 'base_delta_in':
      return alphaToReachPrice(BigInt(c.reserve), weight, from, to).toString()
    case 'mul_perquintill_round':
      return mulPerquintillRound(BigInt(c.perquintill), BigInt(c.value)).toString()
    case 'new':
      return isValidWeight(weight)
    case 'init_swap':
      if (c.price_bits === null) return HALF_WEIGHT.toString()
      return weightForPrice(reserves, U64F64.fromBits(BigInt(c.price_bits)))?.toString() ?? null
    default: {
      const tao = BigInt(c.tao_delta)
      const alpha = BigInt(c.alpha_delta)
      const after = weightAfterInjection(reserves, weight, tao, alpha)
      if (c.price_before_bits !== undefined && c.price_after_bits !== undefined) {
        expect(poolPrice(reserves, weight).toString()).toBe(c.price_before_bits)
        const grown = { tao: reserves.tao + tao, alpha: reserves.alpha + alpha }
        expect(poolPrice(grown, after ?? weight).toString()).toBe(c.price_after_bits)
      }
      return {
        injected_tao: (after === undefined ? 0n : tao).toString(),
        injected_alpha: (after === undefined ? 0n : alpha).toString(),
        quote_weight: (after ?? weight).toString(),
      }
    }
  }
}

describe.skipIf(!hasShared)('balancer (needs ../shared/vectors/swap)', () => {
  it('has cases', () => expect(ran.length).toBeGreaterThan(130))

  it.each(ran)('$name', (c) => {
    expect(answer(c)).toEqual(
      c.fn === 'init_swap' ? c.expected_quote_weight : (c.expected_bits ?? c.expected),
    )
  })
})

interface PowCase {
  name: string
  base_numerator: string
  base_denominator: string
  exponent_numerator: string
  exponent_denominator: string
  precision: number
  scale: string
  expected: string | null
}

describe.skipIf(!hasShared)('powRatioScaled (needs ../shared/vectors/swap)', () => {
  const cases = hasShared
    ? sharedJson<{ cases: PowCase[] }>('vectors/swap/pow_ratio_scaled.json').cases
    : []
  it.each(cases)('$name', (c) => {
    const power = powRatioScaled({
      baseNumerator: BigInt(c.base_numerator),
      baseDenominator: BigInt(c.base_denominator),
      exponentNumerator: BigInt(c.exponent_numerator),
      exponentDenominator: BigInt(c.exponent_denominator),
      precision: c.precision,
      scale: BigInt(c.scale),
    })
    expect(power?.toString() ?? null).toBe(c.expected)
  })
})

interface DeltaCase {
  name: string
  tao_reserve: string
  alpha_reserve: string
  quote_weight: string
  delta_in: string
  expected_sell_out: string
  expected_buy_out: string
}

describe.skipIf(!hasShared)('tradeOutput (needs ../shared/vectors/swap)', () => {
  const cases = hasShared
    ? sharedJson<{ cases: DeltaCase[] }>('vectors/swap/convert_deltas.json').cases
    : []
  it.each(cases)('$name', (c) => {
    const reserves = { tao: BigInt(c.tao_reserve), alpha: BigInt(c.alpha_reserve) }
    const weight = BigInt(c.quote_weight)
    const input = BigInt(c.delta_in)
    expect(tradeOutput(reserves, weight, 'sell', input).toString()).toBe(c.expected_sell_out)
    expect(tradeOutput(reserves, weight, 'buy', input).toString()).toBe(c.expected_buy_out)
  })
})
