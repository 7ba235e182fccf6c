/**
 * Goal: registration prices decay and jump as on the chain.
 * Method: recorded vectors through the pure functions; the block-wide rule over a small state.
 */
import { describe, expect, it } from 'vitest'
import type { U64F64 } from '../../../../../../local-chain/frame/fixed/index.ts'
import {
  bumpedPrice,
  decayedPrice,
  decayFactorQ32,
  updateRegistrationPrices,
} from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/registration-price.ts'
import { testChain } from '../../../../../support/runtime.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors } from './support.ts'

interface PriceInputs {
  burn: string
  half_life: number
  block: string
  min_burn: string
  max_burn: string
  burn_increase_mult_u64f64_bits: string
}

const prices = (fn: string) =>
  emissionVectors<PriceInputs, { burn: string }>('registration-price', fn)

describe.skipIf(!hasShared)('registration price vectors', () => {
  it.each(
    emissionVectors<{ half_life: number }, { factor_q32: string }>(
      'registration-price',
      'decay_factor_q32',
    ),
  )('finds the factor of half life $inputs.half_life', ({ inputs, expected }) => {
    expect(decayFactorQ32(inputs.half_life)).toBe(BigInt(expected.factor_q32))
  })

  it.each([
    ...prices('update_registration_price').map((vector) => ({ ...vector, times: 1 })),
    ...prices('update_registration_price x360').map((vector) => ({ ...vector, times: 360 })),
  ])('decays: $name', ({ inputs, expected, times }) => {
    let price = BigInt(inputs.burn)
    const bounds = [BigInt(inputs.min_burn), BigInt(inputs.max_burn)] as const
    for (let i = 0; i < times; i++) {
      price = decayedPrice(price, inputs.half_life, ...bounds, Number(inputs.block))
    }
    expect(price).toBe(BigInt(expected.burn))
  })

  it.each(prices('bump_registration_price'))('jumps: $name', ({ inputs, expected }) => {
    const factor = BigInt(inputs.burn_increase_mult_u64f64_bits) as U64F64
    const bounds = [BigInt(inputs.min_burn), BigInt(inputs.max_burn)] as const
    expect(bumpedPrice(BigInt(inputs.burn), factor, ...bounds)).toBe(BigInt(expected.burn))
  })
})

describe('updateRegistrationPrices', () => {
  it("restarts root's interval counter in every block once root is due", () => {
    const { ctx } = testChain()
    const s = ctx.storage.subtensor
    s.tempo.set(0, 100)
    s.registrationsThisInterval.set(0, 3)
    ctx.blockNumber = 99
    updateRegistrationPrices(ctx, [0])
    expect(s.registrationsThisInterval.get(0)).toBe(3)
    ctx.blockNumber = 100
    updateRegistrationPrices(ctx, [0])
    expect(s.registrationsThisInterval.get(0)).toBe(0)
  })

  it('leaves no Burn key where the price does not move', () => {
    const { ctx } = testChain()
    ctx.storage.subtensor.burnHalfLife.set(1, 0)
    ctx.blockNumber = 5
    updateRegistrationPrices(ctx, [1])
    expect(ctx.storage.subtensor.burn.exists(1)).toBe(false)
    expect(ctx.storage.subtensor.registrationsThisBlock.exists(1)).toBe(true)
  })
})
