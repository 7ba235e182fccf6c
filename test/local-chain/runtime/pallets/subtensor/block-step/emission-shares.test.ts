/**
 * Goal: a block's TAO is divided among subnets as on the chain.
 * Method: recorded vectors, bit for bit where they have bits.
 */
import { describe, expect, it } from 'vitest'
import { convert, I96F32, U64F64, U96F32 } from '../../../../../../local-chain/frame/fixed/index.ts'
import {
  emissionShares,
  shareOfEmission,
} from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/emission-shares.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors } from './support.ts'

type ByNetuid<T> = Readonly<Record<string, T>>

interface EmissionInputs {
  moving_price_i96f32_bits: ByNetuid<string>
  miner_burned_u96f32_bits: ByNetuid<string>
  emission_enabled: ByNetuid<boolean>
  block_emission: string
}
interface EmissionExpected {
  shares_u64f64_bits: ByNetuid<string>
  emission_u96f32_bits: ByNetuid<string>
}

describe.skipIf(!hasShared)('emission share vectors', () => {
  it.each(
    emissionVectors<EmissionInputs, EmissionExpected>('shares', 'get_subnet_block_emissions'),
  )('$name', ({ inputs, expected }) => {
    const netuids = Object.keys(inputs.moving_price_i96f32_bits)
    const subnets = netuids.map((netuid) => {
      const moving = I96F32.fromBits(BigInt(inputs.moving_price_i96f32_bits[netuid] as string))
      return {
        movingPrice: convert(I96F32, U64F64, moving),
        minerBurned: U96F32.fromBits(BigInt(inputs.miner_burned_u96f32_bits[netuid] ?? '0')),
        emissionEnabled: inputs.emission_enabled[netuid] ?? true,
      }
    })
    const byNetuid = (bits: readonly bigint[]) =>
      Object.fromEntries(netuids.map((netuid, i) => [netuid, String(bits[i])]))
    // The recorded shares are those of before disabled subnets lose theirs.
    const allEnabled = subnets.map((subnet) => ({ ...subnet, emissionEnabled: true }))
    expect(byNetuid(emissionShares(allEnabled))).toEqual(expected.shares_u64f64_bits)
    const emissions = emissionShares(subnets).map((share) =>
      shareOfEmission(BigInt(inputs.block_emission), share),
    )
    expect(byNetuid(emissions)).toEqual(expected.emission_u96f32_bits)
  })

  it.each(
    emissionVectors<
      { moving_price: ByNetuid<number>; miner_burned: ByNetuid<number> },
      { shares: ByNetuid<number> }
    >('shares', 'get_shares'),
  )('$name', ({ inputs, expected }) => {
    const netuids = Object.keys(inputs.moving_price)
    const shares = emissionShares(
      netuids.map((netuid) => ({
        movingPrice: U64F64.fromF64(inputs.moving_price[netuid] as number),
        minerBurned: U96F32.fromF64(inputs.miner_burned[netuid] as number),
        emissionEnabled: true,
      })),
    )
    netuids.forEach((netuid, i) => {
      expect(U64F64.toF64(shares[i] as U64F64)).toBeCloseTo(expected.shares[netuid] as number, 9)
    })
  })
})

describe('emissionShares', () => {
  const half = U96F32.fromF64(0.5)

  it('gives nothing while no price average is above zero', () => {
    const subnet = { movingPrice: U64F64.zero, minerBurned: half, emissionEnabled: true }
    expect(emissionShares([subnet, subnet])).toEqual([0n, 0n])
  })

  it('goes by price alone where every subnet withheld everything', () => {
    const subnet = { movingPrice: U64F64.one, minerBurned: U96F32.one, emissionEnabled: true }
    expect(emissionShares([subnet, subnet])).toEqual([1n << 63n, 1n << 63n])
  })
})
