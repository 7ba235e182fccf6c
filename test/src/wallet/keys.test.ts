/** Goal: every key is the network's own. Method: recorded keys of phrases, seeds and URIs. */
import { describe, expect, it } from 'vitest'
import { bytesTo0x, parseHex } from '../../../src/primitives/hex.ts'
import { WalletError } from '../../../src/wallet/errors.ts'
import type { CryptoType, SecretKey } from '../../../src/wallet/key.ts'
import {
  keyFromAddress,
  keyFromMnemonic,
  keyFromPrivateKey,
  keyFromSeed,
  keyFromUri,
} from '../../../src/wallet/make-key.ts'
import {
  entropyToMnemonic,
  generateMnemonic,
  mnemonicToEntropy,
  mnemonicToSeed,
  parseMnemonicInput,
  WORD_COUNTS,
} from '../../../src/wallet/mnemonic.ts'
import { toExpanded } from '../../../src/wallet/sr25519.ts'
import { devUriFromWord } from '../../../src/wallet/suri.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

interface RecordedKey {
  readonly privateKey?: string
  readonly privateScalar?: string
  readonly polkadotSecretKey?: string
  readonly publicKey: string
  readonly ss58Address: string
  readonly error?: string
}

interface Schemes {
  readonly sr25519: RecordedKey
  readonly ed25519: RecordedKey
}

interface KeyVectors {
  readonly mnemonics: readonly (Schemes & {
    readonly mnemonic: string
    readonly words: number
    readonly entropy: string
    readonly seed: string
  })[]
  readonly seeds: readonly (Schemes & { readonly seed: string })[]
  readonly uris: readonly (Schemes & { readonly uri: string })[]
  readonly invalidMnemonics: readonly { readonly why: string; readonly mnemonic: string }[]
  readonly numberedMnemonics: readonly { readonly input: string; readonly mnemonic: string }[]
}

const SCHEMES: readonly CryptoType[] = ['sr25519', 'ed25519']

async function codeOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run()
  } catch (error) {
    if (error instanceof WalletError) return error.code
    throw error
  }
  return 'accepted'
}

function expectKey(key: SecretKey, recorded: RecordedKey, label: string): void {
  expect(key.address, label).toBe(recorded.ss58Address)
  expect(bytesTo0x(key.publicKey), label).toBe(recorded.publicKey)
  const privateKey = bytesTo0x(key.privateKey)
  if (recorded.privateKey !== undefined) expect(privateKey, label).toBe(recorded.privateKey)
  if (recorded.privateScalar !== undefined) {
    expect(privateKey.slice(0, 66), label).toBe(recorded.privateScalar)
  }
  if (recorded.polkadotSecretKey !== undefined) {
    expect(bytesTo0x(toExpanded(key.privateKey)), label).toBe(recorded.polkadotSecretKey)
  }
}

describe.skipIf(!hasShared)('recorded keys', () => {
  const vectors = (): KeyVectors => sharedJson<KeyVectors>('vectors/wallet/keys.json')

  it('come out of every phrase', async () => {
    for (const recorded of vectors().mnemonics) {
      const entropy = await mnemonicToEntropy(recorded.mnemonic)
      expect(bytesTo0x(entropy)).toBe(recorded.entropy)
      expect(await entropyToMnemonic(entropy)).toBe(recorded.mnemonic)
      expect(bytesTo0x(await mnemonicToSeed(recorded.mnemonic))).toBe(recorded.seed)
      for (const scheme of SCHEMES) {
        const key = await keyFromMnemonic(recorded.mnemonic, scheme)
        expectKey(key, recorded[scheme], `${recorded.words} words, ${scheme}`)
        expect(key.mnemonic).toBe(recorded.mnemonic)
      }
    }
  })

  it('come out of every seed, and again out of its private key', async () => {
    for (const recorded of vectors().seeds) {
      for (const scheme of SCHEMES) {
        const key = await keyFromSeed(parseHex(recorded.seed), scheme)
        expectKey(key, recorded[scheme], scheme)
        expectKey(await keyFromPrivateKey(key.privateKey, scheme), recorded[scheme], scheme)
      }
    }
  })

  it('come out of every URI', async () => {
    for (const recorded of vectors().uris) {
      for (const scheme of SCHEMES) {
        if (recorded[scheme].error !== undefined) {
          expect(await codeOf(() => keyFromUri(recorded.uri, scheme))).toBe('INVALID_URI')
          continue
        }
        const key = await keyFromUri(recorded.uri, scheme)
        expectKey(key, recorded[scheme], `${recorded.uri}, ${scheme}`)
        expect(key.mnemonic).toBeUndefined()
        expect(key.seed).toBeUndefined()
      }
    }
  })

  it('do not come out of broken phrases, and the error repeats none of them', async () => {
    for (const { mnemonic, why } of vectors().invalidMnemonics) {
      const failure = await keyFromMnemonic(mnemonic).catch((error: unknown) => error)
      expect(failure, why).toMatchObject({ code: 'INVALID_MNEMONIC', exitCode: 2 })
      const shown = JSON.stringify(failure) + String(failure)
      for (const word of ['leopard', 'caution', 'zoo', 'bittensor']) {
        expect(shown).not.toContain(word)
      }
    }
  })

  it('accept numbered words in any order', () => {
    for (const { input, mnemonic } of vectors().numberedMnemonics) {
      expect(parseMnemonicInput(input)).toBe(mnemonic)
    }
  })
})

describe('parseMnemonicInput', () => {
  it('normalises blanks', () => {
    expect(parseMnemonicInput('  a\tb \n c ')).toBe('a b c')
  })

  it.each(['1-a 1-b', '1-a 3-c', '0-a 1-b', '1-a b', '1-a 2-', 'a-1'])('refuses %j', (text) => {
    expect(() => parseMnemonicInput(text)).toThrow(WalletError)
  })
})

describe('generateMnemonic', () => {
  it('makes valid phrases of every length, each a new one', async () => {
    for (const words of WORD_COUNTS) {
      const phrase = await generateMnemonic(words)
      expect(phrase.split(' ')).toHaveLength(words)
      expect((await mnemonicToEntropy(phrase)).length).toBe((words / 3) * 4)
      expect(await generateMnemonic(words)).not.toBe(phrase)
    }
  })
})

// Addresses in this block were printed by bittensor-wallet 4.0.1.
describe('keyFromUri', () => {
  it.each([
    ['//5', '5EFb84yH9tpcFuiKUcsmdoF7xeeY3ajG1ZLQimxQoFt9HMKR'],
    ['//05', '5EFb84yH9tpcFuiKUcsmdoF7xeeY3ajG1ZLQimxQoFt9HMKR'],
    ['//+5', '5EFb84yH9tpcFuiKUcsmdoF7xeeY3ajG1ZLQimxQoFt9HMKR'],
    ['//18446744073709551616', '5EpxyqTWXnWapSa55fXrq8JtqD41YREqn7qJobZ69D7833f8'],
    ['//Alice///pw', '5CVNhgaHCEe41RKB2QgscUnzJmfZScb6EgYdXrJshoCY8CjY'],
    ['///pw', '5HVquMWVR2cemSfuHeWupmEEgiTDjdNpCrPk4iKeBmL9qnKD'],
    ['//Alice bob', '5DyGfn2LmeVu7Vjoufb11CwRiXR6QPwVwMxmsTp91QNbLvuR'],
    ['/Alice', '5GvKEoc787uDV8etY1AM8vF385edu2iyqD1WfCjDugzLUiAL'],
  ])('reads %s as bittensor-wallet does', async (uri, address) => {
    expect((await keyFromUri(uri)).address).toBe(address)
  })

  it.each([
    ['//', 'INVALID_URI'],
    ['//Alice/', 'INVALID_URI'],
    ['Alice', 'INVALID_MNEMONIC'],
    ['0xzz', 'INVALID_SEED'],
    ['0x01', 'INVALID_SEED'],
    ['a-b//c', 'INVALID_URI'],
  ])('refuses %s', async (uri, code) => {
    expect(await codeOf(() => keyFromUri(uri))).toBe(code)
  })
})

describe('keyFromPrivateKey', () => {
  it.each([
    ['a scalar of zero', new Uint8Array(64)],
    ['a scalar beyond the group', new Uint8Array(64).fill(0xff)],
    ['another length', new Uint8Array(33).fill(1)],
  ])('refuses %s', async (_, bytes) => {
    expect(await codeOf(() => keyFromPrivateKey(bytes))).toBe('INVALID_PRIVATE_KEY')
  })

  it('refuses ed25519 halves that do not belong together', async () => {
    const bytes = new Uint8Array(64).fill(1)
    expect(await codeOf(() => keyFromPrivateKey(bytes, 'ed25519'))).toBe('INVALID_PRIVATE_KEY')
  })
})

describe('keyFromAddress', () => {
  it('keeps the address as given', () => {
    const address = '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5'
    expect(keyFromAddress(address).address).toBe(address)
    expect(keyFromAddress(address).accountId).toMatch(/^d43593c7/)
  })
})

describe('devUriFromWord', () => {
  it.each([
    ['alice', '//Alice'],
    ['//ALICE', '//Alice'],
    ['One', '//One'],
    ['1', '//1'],
  ])('makes of %s %s', (word, uri) => {
    expect(devUriFromWord(word)).toBe(uri)
  })

  it.each(['', '//', 'a b', 'alice//stash', 'é'])('refuses %j', (word) => {
    expect(() => devUriFromWord(word)).toThrow(WalletError)
  })
})
