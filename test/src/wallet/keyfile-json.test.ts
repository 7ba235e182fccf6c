/** Goal: we read what others write and write what others read. Method: recorded files. */
import { describe, expect, it } from 'vitest'
import { bytesTo0x, parseHex } from '../../../src/primitives/hex.ts'
import { CRYPTO_TYPE_NUMBER, isSecretKey, type SecretKey } from '../../../src/wallet/key.ts'
import {
  parseKeyfile,
  parsePublicKeyfile,
  publicKeyInKeyfile,
  serializeKeyfile,
  serializePublicKeyfile,
} from '../../../src/wallet/keyfile-json.ts'
import {
  keyFromAddress,
  keyFromMnemonic,
  keyFromSeed,
  keyFromUri,
} from '../../../src/wallet/make-key.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

interface AcceptedFile {
  readonly name: string
  readonly text: string
  readonly expect: {
    readonly ss58Address: string
    readonly publicKey: string
    readonly hasPrivate: boolean
    readonly cryptoType: number
  }
}

interface KeyfileVectors {
  readonly accept: readonly AcceptedFile[]
  readonly reject: readonly { readonly name: string; readonly text: string }[]
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const ALICE_HEX = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'

describe.skipIf(!hasShared)('recorded key files', () => {
  const vectors = (): KeyfileVectors => sharedJson<KeyfileVectors>('vectors/wallet/keyfiles.json')

  it('are read', async () => {
    for (const { name, text, expect: expected } of vectors().accept) {
      const key = await parseKeyfile(encode(text))
      expect(key.address, name).toBe(expected.ss58Address)
      expect(bytesTo0x(key.publicKey), name).toBe(expected.publicKey)
      expect(isSecretKey(key), name).toBe(expected.hasPrivate)
      expect(CRYPTO_TYPE_NUMBER[key.cryptoType], name).toBe(expected.cryptoType)
      const shown = await publicKeyInKeyfile(encode(text))
      expect(shown.address, name).toBe(expected.ss58Address)
      expect(isSecretKey(shown), name).toBe(false)
    }
  })

  it('are refused where they are none', async () => {
    for (const { name, text } of vectors().reject) {
      const refusal = { code: 'KEYFILE_CORRUPT', exitCode: 3 }
      await expect(parseKeyfile(encode(text)), name).rejects.toMatchObject(refusal)
    }
  })

  it.each([0, 1, 2, 3])('number %i is what we write ourselves', async (index) => {
    const file = vectors().accept[index] as AcceptedFile
    expect(decode(serializeKeyfile(await parseKeyfile(encode(file.text))))).toBe(file.text)
  })
})

describe('serializeKeyfile', () => {
  it('writes cryptoType as a number for ed25519 and not at all for sr25519', async () => {
    const key = await keyFromUri('//Alice', 'ed25519')
    expect(JSON.parse(decode(serializeKeyfile(key)))).toMatchObject({ cryptoType: 0 })
    expect(JSON.parse(decode(serializePublicKeyfile(key)))).toMatchObject({ cryptoType: 0 })
    const other = decode(serializeKeyfile(await keyFromUri('//Alice')))
    expect(other).not.toContain('cryptoType')
    for (const value of Object.values(JSON.parse(other) as object)) {
      expect(typeof value).toBe('string')
    }
  })

  it('leaves every secret out of a pub file', async () => {
    const key = await keyFromSeed(new Uint8Array(32).fill(7))
    expect(Object.keys(JSON.parse(decode(serializePublicKeyfile(key))) as object)).toEqual([
      'accountId',
      'publicKey',
      'ss58Address',
    ])
  })

  it('keeps the address of a pub file made from an address', () => {
    const address = '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5'
    expect(parsePublicKeyfile(serializePublicKeyfile(keyFromAddress(address))).address).toBe(
      address,
    )
  })

  it('survives a round trip with phrase and seed', async () => {
    const phrase = 'old leopard transfer rib spatial phone calm indicate online fire caution review'
    for (const scheme of ['sr25519', 'ed25519'] as const) {
      const key = await keyFromMnemonic(phrase, scheme)
      const back = (await parseKeyfile(serializeKeyfile(key))) as SecretKey
      expect(back).toEqual(key)
    }
  })
})

describe('parseKeyfile', () => {
  it('refuses a secret that belongs to another address', async () => {
    const text = JSON.stringify({ secretSeed: `0x${'01'.repeat(32)}`, ss58Address: ALICE })
    await expect(parseKeyfile(encode(text))).rejects.toMatchObject({ code: 'KEYFILE_CORRUPT' })
  })

  it('finds the scheme by the address when the type is missing', async () => {
    const key = await keyFromSeed(new Uint8Array(32).fill(1), 'ed25519')
    const text = JSON.stringify({ secretSeed: `0x${'01'.repeat(32)}`, ' ss58Address': key.address })
    expect(await parseKeyfile(encode(text))).toMatchObject({
      cryptoType: 'ed25519',
      address: key.address,
    })
  })

  it('reads a seed that was written as 32 raw characters', async () => {
    const seed = 'this seed is made of 32 letters!'
    const key = (await parseKeyfile(
      encode(JSON.stringify({ secretSeed: `0x${seed}` })),
    )) as SecretKey
    expect(key.seed).toEqual(encode(seed))
  })

  it('names the import command for a polkadot-js keystore', async () => {
    const text = JSON.stringify({ encoded: 'AA==', encoding: { version: '3' }, address: ALICE })
    await expect(parseKeyfile(encode(text))).rejects.toMatchObject({
      suggestions: [expect.stringContaining('--json')],
    })
  })

  it('refuses schemes it does not know', async () => {
    const text = JSON.stringify({ secretSeed: '01'.repeat(32), cryptoType: 2 })
    await expect(parseKeyfile(encode(text))).rejects.toMatchObject({ code: 'KEY_UNSUPPORTED' })
  })

  it('never quotes the file in an error', async () => {
    const secret = 'correcthorsebattery'
    for (const text of [secret, `{"secretPhrase":"${secret}"`, `{"secretSeed":"${secret}"}`]) {
      const failure = await parseKeyfile(encode(text)).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(Error)
      for (let at: unknown = failure; at instanceof Error; at = at.cause) {
        expect(`${at.message}${at.stack}${JSON.stringify(at)}`).not.toContain(secret)
      }
    }
  })
})

describe('publicKeyInKeyfile', () => {
  // Taking the digits for a public key would print the seed as an address.
  it('takes bare digits of a private file for a seed', async () => {
    const digits = '01'.repeat(32)
    const key = await publicKeyInKeyfile(encode(digits))
    expect(key.address).toBe((await keyFromSeed(parseHex(digits))).address)
  })
})

describe('parsePublicKeyfile', () => {
  it('reads a bare public key', () => {
    expect(parsePublicKeyfile(encode(`${ALICE_HEX}\n`)).address).toBe(ALICE)
    expect(parsePublicKeyfile(encode(`0x${ALICE_HEX}`)).address).toBe(ALICE)
  })

  it.each([
    ['', 'nothing'],
    ['{}', 'an empty object'],
    ['hello', 'words'],
    [JSON.stringify({ ss58Address: ALICE.slice(1) }), 'a bad address'],
    [JSON.stringify({ ss58Address: BOB, publicKey: `0x${ALICE_HEX}` }), 'two accounts'],
  ])('refuses %j (%s)', (text) => {
    expect(() => parsePublicKeyfile(encode(text))).toThrow(/cannot be read/)
  })
})
