/** Goal: hex, ids and the user-facing error hold their small promises. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesTo0x, bytesToHex, hexToBytes, isHex, parseHex } from '../../../src/primitives/hex.ts'
import { mechid, netuid, parseNetuid, parseUid, uid } from '../../../src/primitives/ids.ts'
import { ExitCode, TaoError } from '../../../src/primitives/tao-error.ts'

describe('hex', () => {
  it('reads back what it writes, from any view', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes)
        expect(parseHex(bytesTo0x(bytes.subarray(1)))).toEqual(bytes.slice(1))
      }),
    )
  })

  it.each(['a', 'zz', '0x00', '00 ', '0g00', 'ａａ'])('refuses %j without repeating it', (text) => {
    expect(() => hexToBytes(text)).toThrow(RangeError)
    expect(isHex(text)).toBe(false)
  })

  it('takes upper case and checks a size', () => {
    expect(bytesToHex(hexToBytes('AB0c'))).toBe('ab0c')
    expect(isHex('AB0c', 2)).toBe(true)
    expect(isHex('AB0c', 3)).toBe(false)
  })
})

describe('ids', () => {
  it('keep their ranges', () => {
    expect(netuid(65_535)).toBe(65_535)
    for (const value of [-1, 65_536, 1.5, Number.NaN]) {
      expect(() => netuid(value)).toThrow(RangeError)
      expect(() => uid(value)).toThrow(RangeError)
    }
    expect(() => mechid(256)).toThrow(RangeError)
  })

  it('are read from plain digits only', () => {
    expect(parseNetuid('12')).toBe(12)
    expect(parseUid('0')).toBe(0)
    for (const text of ['', '-1', '1.0', '65536', '1e3', '１', ' 1', '999999']) {
      expect(() => parseNetuid(text), text).toThrow(RangeError)
    }
  })
})

describe('TaoError', () => {
  it('carries code, exit code, suggestions, facts and cause', () => {
    const cause = new Error('below')
    const error = new TaoError('WALLET_MISSING', 'no wallet "a"', {
      exitCode: ExitCode.local,
      suggestions: ['tao wallet create --wallet-name a'],
      data: { wallet: 'a' },
      cause,
    })
    expect(error).toMatchObject({
      name: 'TaoError',
      code: 'WALLET_MISSING',
      exitCode: 3,
      suggestions: ['tao wallet create --wallet-name a'],
      data: { wallet: 'a' },
      oclif: { exit: 3 },
      cause,
    })
  })

  it('has no cause property when there is none', () => {
    expect('cause' in new TaoError('A', 'b', { exitCode: ExitCode.usage })).toBe(false)
  })
})
