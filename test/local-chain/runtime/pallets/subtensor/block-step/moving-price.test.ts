/**
 * Goal: the average price moves as on the chain.
 * Method: recorded vectors over a state with one subnet, bit for bit.
 */
import { describe, expect, it } from 'vitest'
import { convert, I96F32, U64F64 } from '../../../../../../local-chain/frame/fixed/index.ts'
import {
  emissionAge,
  movingWeight,
  nextMovingPrice,
} from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/moving-price.ts'
import { testChain } from '../../../../../support/runtime.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors } from './support.ts'

interface MovingInputs {
  moving_i96f32_bits: string
  subnet_moving_alpha_i96f32_bits: string
  block: string
  first_emission_block: string
  ema_price_halving_blocks: string
  price_u64f64_bits: string
  steps_in_same_block: number
}

describe.skipIf(!hasShared)('moving price vectors', () => {
  it.each(
    emissionVectors<MovingInputs, { moving_i96f32_bits: string }>(
      'moving-price',
      'update_moving_price',
    ),
  )('$name', ({ inputs, expected }) => {
    const { ctx } = testChain()
    ctx.blockNumber = Number(inputs.block)
    ctx.storage.subtensor.firstEmissionBlockNumber.set(1, BigInt(inputs.first_emission_block))
    const alpha = I96F32.fromBits(BigInt(inputs.subnet_moving_alpha_i96f32_bits))
    const weight = movingWeight(
      convert(I96F32, U64F64, alpha),
      emissionAge(ctx, 1),
      BigInt(inputs.ema_price_halving_blocks),
    )
    const price = U64F64.fromBits(BigInt(inputs.price_u64f64_bits))
    let moving = I96F32.fromBits(BigInt(inputs.moving_i96f32_bits))
    for (let i = 0; i < inputs.steps_in_same_block; i++) {
      moving = nextMovingPrice(convert(I96F32, U64F64, moving), price, weight)
    }
    expect(String(moving)).toBe(expected.moving_i96f32_bits)
  })
})
