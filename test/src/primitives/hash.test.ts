/** Goal: storage keys are those of the chain. Method: recorded prefixes, and a foreign xxhash. */
import { xxhashAsHex } from '@polkadot/util-crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blake2b128ConcatHex,
  blake2b128Hex,
  blake2b256Hex,
  storagePrefixHex,
  twox64ConcatHex,
  twox64Hex,
  twox128Hex,
  twox256,
} from '../../../src/primitives/hash.ts'
import { bytesToHex, hexToBytes } from '../../../src/primitives/hex.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

describe('twox', () => {
  it('equals another implementation for every length and content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        expect(bytesToHex(twox256(data))).toBe(xxhashAsHex(data, 256).slice(2))
        expect(twox128Hex(data)).toBe(xxhashAsHex(data, 128).slice(2))
        expect(twox64Hex(data)).toBe(xxhashAsHex(data, 64).slice(2))
      }),
      { numRuns: 500 },
    )
  })

  it('hashes texts as UTF-8', () => {
    expect(twox128Hex('Süßstoff')).toBe(xxhashAsHex('Süßstoff', 128).slice(2))
  })

  // The published XXH64 value of the empty input with seed 0.
  it('knows the empty input', () => {
    expect(twox64Hex('')).toBe('99e9d85137db46ef')
    expect(twox64ConcatHex(new Uint8Array([]))).toBe('99e9d85137db46ef')
  })
})

describe.skipIf(!hasShared)('storagePrefixHex', () => {
  it('gives every recorded prefix', () => {
    const prefixes = sharedJson<Record<string, string>>('vectors/traces/prefixes.json')
    const entries = Object.entries(prefixes)
    expect(entries.length).toBeGreaterThan(100)
    for (const [prefix, name] of entries) {
      const [pallet, item] = name.split('.')
      if (pallet === undefined || item === undefined) continue
      expect(storagePrefixHex({ pallet, item }), name).toBe(prefix)
    }
  })
})

describe('blake2b', () => {
  it('gives the recorded swap hash of a public key', () => {
    const key = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'
    const hash = '2e3fb4c297a84c5cebc0e78257d213d0927ccc7596044c6ba013dd05522aacba'
    expect(blake2b256Hex(hexToBytes(key))).toBe(hash)
  })

  // Alice's key as it appears in every development chain's `System.Account` map.
  it('makes the Blake2_128Concat key of a known account', () => {
    const key = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'
    expect(blake2b128Hex(hexToBytes(key))).toBe('de1e86a9a8c739864cf3cc5ec2bea59f')
    expect(blake2b128ConcatHex(hexToBytes(key))).toBe(`de1e86a9a8c739864cf3cc5ec2bea59f${key}`)
  })
})
