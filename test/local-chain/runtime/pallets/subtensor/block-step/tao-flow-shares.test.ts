/**
 * Goal: shares by TAO flow come out as runtime spec 393 divides them.
 * Method: recorded vectors, bit for bit where they have bits.
 */
import { describe, expect, it } from 'vitest'
import { I64F64, U64F64 } from '../../../../../../local-chain/frame/fixed/index.ts'
import {
  flowShares,
  nextFlowAverage,
  powNormalized,
} from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/tao-flow-shares.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors } from './support.ts'

type ByNetuid<T> = Readonly<Record<string, T>>

describe.skipIf(!hasShared)('TAO flow vectors', () => {
  it.each(
    emissionVectors<{ values: ByNetuid<number>; p: number }, { model_bits: ByNetuid<string> }>(
      'shares',
      'inplace_pow_normalize',
    ),
  )('$name', ({ inputs, expected }) => {
    const netuids = Object.keys(inputs.values)
    const values = netuids.map((netuid) => U64F64.fromF64(inputs.values[netuid] as number))
    const shares = powNormalized(values, U64F64.fromF64(inputs.p))
    const bits = Object.fromEntries(netuids.map((netuid, i) => [netuid, String(shares[i])]))
    expect(bits).toEqual(expected.model_bits)
  })

  it.each(
    emissionVectors<
      { ema_flow: ByNetuid<number>; flow_cutoff: number; p: number; net_flow: boolean },
      { shares: ByNetuid<number> }
    >('shares', 'get_shares_flow'),
  )('$name', ({ inputs, expected, tolerance }) => {
    expect(inputs.net_flow).toBe(false)
    const netuids = Object.keys(inputs.ema_flow)
    const shares = flowShares(
      netuids.map((netuid) => I64F64.fromF64(inputs.ema_flow[netuid] as number)),
      I64F64.fromF64(inputs.flow_cutoff),
      U64F64.fromF64(inputs.p),
    )
    netuids.forEach((netuid, i) => {
      const wanted = expected.shares[netuid] as number
      const allowed = Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * wanted)
      const difference = Math.abs(U64F64.toF64(shares[i] as U64F64) - wanted)
      expect(difference).toBeLessThanOrEqual(allowed)
    })
  })

  it.each(
    emissionVectors<
      { prev_ema_i64f64_bits: string; flow: string; smoothing_factor: string },
      { ema_i64f64_bits: string }
    >('shares', 'ema_flow_step'),
  )('$name', ({ inputs, expected }) => {
    const average = nextFlowAverage(
      I64F64.fromBits(BigInt(inputs.prev_ema_i64f64_bits)),
      BigInt(inputs.flow),
      BigInt(inputs.smoothing_factor),
    )
    expect(String(average)).toBe(expected.ema_i64f64_bits)
  })
})
