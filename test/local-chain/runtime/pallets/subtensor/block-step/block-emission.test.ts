/**
 * Goal: emission halves where the chain's does, and minting respects the maximum.
 * Method: recorded vectors.
 */
import { describe, expect, it } from 'vitest'
import {
  blockEmissionAt,
  mintTao,
  noteBlockEmission,
} from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/block-emission.ts'
import { testChain } from '../../../../../support/runtime.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors } from './support.ts'

interface Iteration {
  start: string
  steps: number
  blocks_per_step: number
}
interface MintExpected {
  credit: string
  balances_issuance?: string
  delta_balances_issuance?: string
  delta_total_issuance?: string
}

describe.skipIf(!hasShared)('block emission vectors', () => {
  it.each(emissionVectors<{ issuance: string }, { emission: string }>('halving', 'block_emission'))(
    'at issuance $inputs.issuance',
    ({ inputs, expected }) => {
      expect(blockEmissionAt(BigInt(inputs.issuance))).toBe(BigInt(expected.emission))
    },
  )

  it.each(
    emissionVectors<Iteration, { issuance: string }>(
      'halving',
      'iterate issuance += block_emission(issuance)*blocks_per_step',
    ),
  )('$name', ({ inputs, expected }) => {
    let issuance = BigInt(inputs.start)
    for (let i = 0; i < inputs.steps; i++) {
      issuance += blockEmissionAt(issuance) * BigInt(inputs.blocks_per_step)
    }
    expect(issuance).toBe(BigInt(expected.issuance))
  })

  it.each(
    emissionVectors<{ amount: string; balances_issuance: string }, MintExpected>('tao', 'mint_tao'),
  )('mints: $name', ({ inputs, expected }) => {
    const { ctx } = testChain()
    const balances = ctx.storage.balances.totalIssuance
    balances.set(BigInt(inputs.balances_issuance))
    const before = balances.get()
    expect(mintTao(ctx, BigInt(inputs.amount))).toBe(BigInt(expected.credit))
    const minted = balances.get() - before
    expect(minted).toBe(BigInt(expected.delta_balances_issuance ?? expected.credit))
    expect(ctx.storage.subtensor.totalIssuance.get()).toBe(
      BigInt(expected.delta_total_issuance ?? expected.credit),
    )
  })
})

describe('noteBlockEmission', () => {
  it('keeps BlockEmission when nothing more can be emitted', () => {
    const { ctx } = testChain()
    expect(noteBlockEmission(ctx, 10_500_000_000_000_000n)).toBe(500_000_000n)
    expect(noteBlockEmission(ctx, 21_000_000_000_000_000n)).toBe(0n)
    expect(ctx.storage.subtensor.blockEmission.get()).toBe(500_000_000n)
  })
})
