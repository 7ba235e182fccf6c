/** Goal: addresses are exactly those of the network. Method: recorded addresses, round trips. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountId } from '../../../src/primitives/account-id.ts'
import { bytesToHex } from '../../../src/primitives/hex.ts'
import {
  isSs58,
  SS58_PREFIX_MAX,
  Ss58Error,
  ss58Decode,
  ss58Encode,
} from '../../../src/primitives/ss58.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

interface KeyVectors {
  readonly alicePublicKey: string
  readonly aliceByPrefix: readonly { readonly prefix: number; readonly address: string }[]
  readonly invalidAddresses: readonly { readonly why: string; readonly address: string }[]
}

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

function reasonOf(text: string, prefix?: number): string {
  try {
    ss58Decode(text, prefix)
  } catch (error) {
    if (error instanceof Ss58Error) return error.reason
    throw error
  }
  return 'accepted'
}

describe.skipIf(!hasShared)('ss58 against recorded addresses', () => {
  const vectors = (): KeyVectors => sharedJson<KeyVectors>('vectors/wallet/keys.json')

  it('writes and reads one key under several prefixes', () => {
    const alice = accountId(vectors().alicePublicKey.slice(2))
    for (const { prefix, address } of vectors().aliceByPrefix) {
      expect(ss58Encode(alice, prefix)).toBe(address)
      expect(ss58Decode(address)).toEqual({ accountId: alice, prefix })
    }
  })

  it('refuses every recorded bad address', () => {
    for (const { address, why } of vectors().invalidAddresses) {
      expect(isSs58(address), why).toBe(false)
    }
  })
})

describe('ss58Decode', () => {
  it.each([
    ['', 'badLength'],
    [`${ALICE}${ALICE}`, 'badLength'],
    [ALICE.slice(0, -1), 'badLength'],
    ['5', 'badLength'],
    [ALICE.replace('G', '0'), 'badBase58'],
    [`${ALICE.slice(0, -1)}X`, 'badChecksum'],
    [`${ALICE} `, 'badBase58'],
    ['５GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY', 'badBase58'],
  ])('tells why %j is no address', (text, reason) => {
    expect(reasonOf(text)).toBe(reason)
  })

  it('tells an address of another network', () => {
    expect(reasonOf('15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', 42)).toBe('wrongPrefix')
    expect(reasonOf(ALICE, 42)).toBe('accepted')
  })

  it('reads back every account under every prefix', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.integer({ min: 0, max: SS58_PREFIX_MAX }),
        (bytes, prefix) => {
          const account = accountId(bytesToHex(bytes))
          expect(ss58Decode(ss58Encode(account, prefix))).toEqual({ accountId: account, prefix })
        },
      ),
    )
  })

  it('refuses prefixes that the format cannot carry', () => {
    const account = accountId('00'.repeat(32))
    for (const prefix of [-1, 1.5, SS58_PREFIX_MAX + 1, Number.NaN]) {
      expect(() => ss58Encode(account, prefix)).toThrow(RangeError)
    }
  })
})
