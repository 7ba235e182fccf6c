/** Goal: an ordered set that stays ordered while keys come and go, across many chunks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SortedKeys } from '../../../../local-chain/node/db/sorted-keys.ts'

const key = (n: number) => n.toString(16).padStart(4, '0')

describe('SortedKeys', () => {
  it('pages through keys as a sorted array would', () => {
    const anyKeys = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 2_500, size: 'max' })
    fc.assert(
      fc.property(anyKeys, anyKeys, anyKeys, fc.nat(4_000), (first, added, removed, after) => {
        const keys = new SortedKeys(new Set(first.map(key)))
        for (const n of added) keys.add(key(n))
        for (const n of removed) keys.delete(key(n))
        const left = new Set([...first, ...added].map(key))
        for (const n of removed) left.delete(key(n))
        const sorted = [...left].sort()
        expect(keys.page('', undefined, 5_000)).toEqual(sorted)
        expect(keys.page('', key(after), 7)).toEqual(
          sorted.filter((k) => k > key(after)).slice(0, 7),
        )
        expect(keys.page('0a', undefined, 9)).toEqual(
          sorted.filter((k) => k.startsWith('0a')).slice(0, 9),
        )
      }),
      { numRuns: 60 },
    )
  })
})
