/** Goal: keystores come from and go to polkadot-js. Method: recorded files, and its own keyring. */
import { Keyring } from '@polkadot/keyring'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { describe, expect, it } from 'vitest'
import { bytesTo0x } from '../../../src/primitives/hex.ts'
import { keyFromUri } from '../../../src/wallet/make-key.ts'
import { exportPolkadotJson, importPolkadotJson } from '../../../src/wallet/polkadot-json.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

interface KeystoreVectors {
  readonly import: readonly {
    readonly name: string
    readonly passphrase: string
    readonly json: { readonly encoded: string; readonly encoding: object }
    readonly expect: {
      readonly privateKey: string
      readonly publicKey: string
      readonly ss58Address: string
    }
  }[]
  readonly errors: readonly {
    readonly passphrase: string
    readonly jsonOf?: number
    readonly json?: object
    readonly ed25519?: { readonly publicKey: string; readonly ss58Address: string }
  }[]
}

describe.skipIf(!hasShared)('importPolkadotJson', () => {
  const vectors = (): KeystoreVectors =>
    sharedJson<KeystoreVectors>('vectors/wallet/polkadot-json.json')

  it('reads every recorded keystore', async () => {
    for (const { name, passphrase, json, expect: expected } of vectors().import) {
      const key = await importPolkadotJson(JSON.stringify(json), passphrase)
      expect(bytesTo0x(key.privateKey), name).toBe(expected.privateKey)
      expect(bytesTo0x(key.publicKey), name).toBe(expected.publicKey)
      expect(key.address, name).toBe(expected.ss58Address)
    }
  })

  it('refuses a wrong passphrase and another version, and reads ed25519', async () => {
    const { errors, import: imports } = vectors()
    const [wrong, version, ed25519] = errors
    const json = (index: number): string =>
      JSON.stringify(errors[index]?.json ?? imports[errors[index]?.jsonOf ?? 0]?.json)
    await expect(importPolkadotJson(json(0), wrong?.passphrase ?? '')).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
    })
    await expect(importPolkadotJson(json(1), version?.passphrase ?? '')).rejects.toMatchObject({
      code: 'INVALID_KEYSTORE',
    })
    const key = await importPolkadotJson(json(2), ed25519?.passphrase ?? '')
    expect(key).toMatchObject({ cryptoType: 'ed25519', address: ed25519?.ed25519?.ss58Address })
  })

  it('refuses scrypt numbers that would exhaust memory', async () => {
    const json = vectors().import[0]?.json
    const raw = Buffer.from(json?.encoded ?? '', 'base64')
    raw.writeUInt32LE(2 ** 30, 32)
    const hostile = JSON.stringify({ ...json, encoded: raw.toString('base64') })
    await expect(importPolkadotJson(hostile, 'x')).rejects.toMatchObject({
      code: 'INVALID_KEYSTORE',
    })
  })

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"encoded":"AA==","encoding":{"version":"3","content":["pkcs8","sr25519"],"type":["scrypt"]}}',
  ])('refuses %j', async (text) => {
    await expect(importPolkadotJson(text, 'x')).rejects.toMatchObject({ code: 'INVALID_KEYSTORE' })
  })

  it('refuses other schemes and batches', async () => {
    for (const content of [['pkcs8', 'ecdsa'], ['batch-pkcs8']]) {
      const encoding = { version: '3', content, type: ['scrypt'] }
      const text = JSON.stringify({ encoded: 'AA==', encoding })
      await expect(importPolkadotJson(text, 'x')).rejects.toMatchObject({ code: 'KEY_UNSUPPORTED' })
    }
  })

  it('refuses an over-long passphrase where it is the key itself', async () => {
    const text = JSON.stringify(vectors().import[2]?.json)
    await expect(importPolkadotJson(text, 'x'.repeat(33))).rejects.toMatchObject({
      code: 'INVALID_KEYSTORE',
    })
  })
})

describe('exportPolkadotJson', () => {
  it.each(['sr25519', 'ed25519'] as const)(
    'writes %s keystores that polkadot-js opens',
    async (type) => {
      await cryptoWaitReady()
      const key = await keyFromUri('//Alice//stash', type)
      const facts = { password: 'hunter22', name: 'stash', whenCreated: 1_700_000_000_000 }
      const json = await exportPolkadotJson(key, facts)
      const ring = new Keyring({ type, ss58Format: 42 })
      const pair = ring.createFromJson({
        ...json,
        meta: { name: 'stash' },
        encoding: {
          content: ['pkcs8', type],
          type: ['scrypt', 'xsalsa20-poly1305'],
          version: '3',
        },
      })
      pair.unlock('hunter22')
      expect(pair.address).toBe(key.address)
      const message = new TextEncoder().encode('m')
      expect(pair.verify(message, pair.sign(message), key.publicKey)).toBe(true)
      const back = await importPolkadotJson(JSON.stringify(json), 'hunter22')
      expect(bytesTo0x(back.privateKey)).toBe(bytesTo0x(key.privateKey))
    },
  )
})
