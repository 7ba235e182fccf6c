/** Goal: eras travel as every client writes them. Method: polkadot.js encodes, we decode, and back. */
import { TypeRegistry } from '@polkadot/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScaleError } from '../../../../local-chain/frame/scale/reader.ts'
import { era } from '../../../../local-chain/frame/types/era.ts'
import { decode, encode } from '../../../../local-chain/frame/types/type.ts'
import { bytesToHex } from '../../../../src/primitives/hex.ts'

const registry = new TypeRegistry()

describe('era', () => {
  it('writes one byte for immortal', () => {
    expect(bytesToHex(encode(era, undefined))).toBe('00')
    expect(decode(era, Uint8Array.of(0))).toBeUndefined()
  })

  it('agrees with polkadot.js on every mortal era', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 16 }), fc.nat(0xffff_ffff), (exponent, current) => {
        const made = registry.createType('ExtrinsicEra', { current, period: 2 ** exponent })
        const bytes = made.toU8a()
        // Made from numbers it keeps a phase that the two bytes cannot hold; read back it does not.
        const mortal = registry.createType('ExtrinsicEra', bytes).asMortalEra
        const value = { period: mortal.period.toNumber(), phase: mortal.phase.toNumber() }
        expect(decode(era, bytes)).toEqual(value)
        expect(bytesToHex(encode(era, value))).toBe(bytesToHex(bytes))
      }),
    )
  })

  it('refuses a phase beyond its period', () => {
    // Period 4, phase 4.
    expect(() => decode(era, Uint8Array.of(0x41, 0x00))).toThrow(ScaleError)
  })
})
