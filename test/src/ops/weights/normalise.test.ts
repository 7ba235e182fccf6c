/** Goal: weights leave as btcli and SDK 11 send them. Method: values recorded from their functions. */
import { describe, expect, it } from 'vitest'
import { normaliseWeights } from '../../../../src/ops/weights/normalise.ts'
import { hasShared, sharedJson } from '../../../support/shared.ts'

interface Recorded {
  readonly emit: readonly {
    readonly uids: readonly number[]
    readonly weights: readonly number[]
    readonly btcli_float64: unknown
  }[]
}

describe('normaliseWeights', () => {
  it.skipIf(!hasShared)('gives the values that btcli gives', () => {
    const { emit } = sharedJson<Recorded>('vectors/weights/normalisation.json')
    expect(emit.length).toBeGreaterThan(0)
    for (const { uids, weights, btcli_float64 } of emit) {
      expect(normaliseWeights(uids, weights)).toEqual(btcli_float64)
    }
  })

  it.each([
    ['a weight below zero', [1, 2], [1, -0.1]],
    ['a weight that is no number', [1], [Number.NaN]],
    ['an infinite weight', [1], [Number.POSITIVE_INFINITY]],
    ['lists of different length', [1, 2], [1]],
  ])('refuses %s', (_why, uids, weights) => {
    expect(() => normaliseWeights(uids, weights)).toThrow(RangeError)
  })
})
