/**
 * Goal: full-size subnets, 256 and 1024 neurons with 64 full rows. Method: build the state by the
 * recipe of `vectors/README.md`, compare every vector, and the bonds by their hash.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  epochWithMechanisms,
  mechanismRunner,
  type StoredRow,
} from '../../../local-chain/yuma/index.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'
import { type GoldenLarge, goldenLargeInput } from './generated-epochs.ts'
import { exactOf } from './recorded-epochs.ts'

interface RecordedLarge extends GoldenLarge {
  name: string
  emission: string
  firstWeightsRow0: [number, number][]
  exact: Record<string, unknown> & { bondsSha256: string }
}

function bondsSha256(rows: readonly StoredRow[]): string {
  const text = rows
    .map(
      (row, uid) => `${uid}=${[...row].map(([column, value]) => `${column}:${value}`).join(',')}`,
    )
    .join(';')
  return createHash('sha256').update(text).digest('hex')
}

describe.skipIf(!hasShared).each(['reference', 'kernel'] as const)(
  'full-size epochs by the %s',
  (mode) => {
    const epochs = hasShared ? sharedJson<RecordedLarge[]>('vectors/yuma/golden-large.json') : []

    it.each(epochs)('$name ends bit for bit as recorded', (recipe) => {
      const input = goldenLargeInput(recipe)
      const { bondsSha256: expectedHash, ...exact } = recipe.exact
      expect([...(input.mechanisms[0]?.weights[0] ?? [])].slice(0, 4)).toEqual(
        recipe.firstWeightsRow0,
      )
      const run = mechanismRunner<number>(mode)
      const epoch = epochWithMechanisms(input, BigInt(recipe.emission), run)
      const got = exactOf({ ...epoch, trace: undefined })
      for (const [field, expected] of Object.entries(exact)) {
        expect(got[field], field).toEqual(expected)
      }
      expect(bondsSha256(epoch.mechanisms[0]?.writes.bonds ?? [])).toBe(expectedHash)
    })
  },
)
