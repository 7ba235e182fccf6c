/**
 * Goal: a block draws the coldkeys that the chain would draw.
 * Method: recorded vectors of both files that have them.
 */
import { describe, expect, it } from 'vitest'
import { drawIndices } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/auto-claim.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import { emissionVectors } from './support.ts'

interface Draw {
  name: string
  block_hash: string
  k: number
  n: number
  expected: number[]
}

const draws = hasShared
  ? sharedJson<{ cases: Draw[] }>('vectors/staking/root_claim_indices.json').cases
  : []

describe.skipIf(!hasShared)('auto claim vectors', () => {
  it.each(
    emissionVectors<{ hash: string; k: string; n: string }, { indices: number[] }>(
      'auto-claim',
      'block_hash_to_indices',
    ),
  )('$name', ({ inputs, expected }) => {
    const drawn = drawIndices(inputs.hash.slice(2), BigInt(inputs.k), BigInt(inputs.n))
    expect(drawn.map(Number)).toEqual(expected.indices)
  })

  it.each(draws)('$name', ({ block_hash: hash, k, n, expected }) => {
    expect(drawIndices(hash.slice(2), BigInt(k), BigInt(n)).map(Number)).toEqual(expected)
  })
})
