/**
 * Goal: kernel and reference agree in every bit on states of any kind. Method: random states from seeds,
 * the nasty sizes and shapes among them; a failure prints its seed. `npm run epoch-diff` goes on for as
 * long as one likes.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  epochMechanism,
  epochWithMechanisms,
  firstDifference,
  kernelMechanism,
  mechanismRunner,
  U16Pairs,
} from '../../../../local-chain/yuma/index.ts'
import { tryKernelMechanism } from '../../../../local-chain/yuma/kernel/kernel-mechanism.ts'
import { mechanismState, recipeDefaults } from '../generated-epochs.ts'
import { compareSeed } from './compare-seed.ts'
import { randomEpoch } from './random-epochs.ts'

function compare(from: number, count: number, sizes?: readonly number[]): number {
  let left = 0
  for (let seed = from; seed < from + count; seed += 1) {
    const { difference, leftToReference } = compareSeed(seed, sizes)
    if (difference !== undefined) throw new Error(`seed ${seed}: ${difference}`)
    left += leftToReference
  }
  return left
}

describe('kernel against reference', () => {
  it('agrees on the small states of seeds 1 to 4000, and leaves few of them to the reference', () => {
    // Stakes beyond 2^63 rao; one in eight states is drawn to have them.
    expect(compare(1, 4000)).toBeLessThan(4000 / 8)
  })

  it.each([
    [0, 100_000, 300],
    [1, 100_300, 300],
    [2, 100_600, 300],
    [255, 101_000, 40],
    [256, 101_040, 40],
    [4096, 102_000, 3],
  ])('agrees on %i neurons, from seed %i on, %i states', (n, from, count) => {
    compare(from, count, [n])
  })

  it('agrees in aggregates of several mechanisms', () => {
    let several = 0
    for (let seed = 1; seed < 400; seed += 1) {
      const { input, emission } = randomEpoch(seed)
      if (input.mechanismCount < 2) continue
      several += 1
      const kernel = epochWithMechanisms(input, emission, kernelMechanism)
      const reference = epochWithMechanisms(input, emission, mechanismRunner('reference'))
      expect(kernel.writes, `seed ${seed}`).toEqual(reference.writes)
      expect(kernel.hotkeyEmission, `seed ${seed}`).toEqual(reference.hotkeyEmission)
    }
    expect(several).toBeGreaterThan(20)
  })

  it('gives the memory of a large epoch back', () => {
    const n = 1500
    const row = U16Pairs.of(Array.from({ length: n }, (_, uid) => [uid, uid + 1]))
    const large = stateOf(
      n,
      Array.from({ length: n }, () => row),
    )
    expect(kernelMechanism(large, 0, 1000n).terms.length).toBe(n)
    const { input, emission } = randomEpoch(5)
    const expected = epochMechanism(input, 0, emission)
    expect(firstDifference(kernelMechanism(input, 0, emission), expected)).toBeUndefined()
  })
})

describe('states that the kernel leaves to the reference', () => {
  it.each([
    ['a stake of 2^63 rao', { ...stateOf(2, []), alpha: new Map([[0, 1n << 63n]]) }],
    [
      'stakes of 2^63 rao together',
      {
        ...stateOf(2, []),
        alpha: new Map([
          [0, 1n << 62n],
          [1, 1n << 62n],
        ]),
      },
    ],
    ['a row whose sum does not fit', stateOf(2, [longRow(1)])],
    ['a column of bonds whose sum does not fit', { ...stateOf(2, [], [longRow(1)]), yuma3: false }],
  ])('%s', (_what, input) => {
    expect(tryKernelMechanism(input, 0, 1000n)).toBeUndefined()
    const expected = epochMechanism(input, 0, 1000n)
    expect(firstDifference(kernelMechanism(input, 0, 1000n), expected)).toBeUndefined()
  })
})

/** 32,769 times the same column: more than a number of 31 bits holds. */
function longRow(column: number): U16Pairs {
  return U16Pairs.of(Array.from({ length: 32_769 }, () => [column, 65_535] as const))
}

function stateOf(n: number, weights: readonly U16Pairs[], bonds: readonly U16Pairs[] = []) {
  const uids = Array.from({ length: n }, (_, uid) => uid)
  return {
    ...recipeDefaults,
    n,
    block: 1000n,
    tempo: 360,
    lastMechanismStepBlock: 640n,
    hotkeys: uids,
    ownerHotkey: undefined,
    blockAtRegistration: uids.map(() => 0n),
    validatorPermit: uids.map(() => true),
    yuma3: true,
    taoWeight: 0n,
    alpha: new Map(uids.map((uid) => [uid, 1_000_000_000n])),
    mechanisms: [
      mechanismState(
        uids.map(() => 999n),
        weights,
        bonds,
      ),
    ],
  }
}
