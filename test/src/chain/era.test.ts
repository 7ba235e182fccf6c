/** Goal: eras are those of other clients. Method: polkadot.js encodes and decodes the same ones. */
import { TypeRegistry } from '@polkadot/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mortalEra } from '../../../src/chain/era.ts'

const registry = new TypeRegistry()
const other = (hex: string) => registry.createType('ExtrinsicEra', hex).asMortalEra

describe('mortalEra', () => {
  it('is read by polkadot.js with the same birth and death', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.integer({ min: 1, max: 65_536 }), (current, blocks) => {
        const era = mortalEra(current, blocks)
        const read = other(era.hex)
        // The first block of a chain is younger than any phase but 0.
        fc.pre(current >= 65_536)
        expect(read.birth(current)).toBe(era.birth)
        expect(read.death(current)).toBe(era.death)
        expect(era.birth).toBeLessThanOrEqual(current)
        expect(era.death - era.birth).toBeGreaterThanOrEqual(blocks)
      }),
    )
  })

  it.each([
    // [current, period, bytes] as polkadot.js encodes them; periods below 4096 are not quantised.
    [100, 64],
    [12_345_678, 16],
    [7, 4],
    [0, 128],
  ])('of block %i and %i blocks is encoded as polkadot.js does', (current, period) => {
    const expected = registry.createType('ExtrinsicEra', { current, period }).toHex()
    expect(mortalEra(current, period).hex).toBe(expected)
  })
})
