/**
 * Goal: encrypted files of every age open, and nothing else does. Method: recorded files with their
 * derived keys; the slow derivation itself is in `argon2.slow.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import { bytesTo0x, parseHex } from '../../../src/primitives/hex.ts'
import { decryptKeyfile, encryptionOf } from '../../../src/wallet/encryption.ts'
import { decryptAnsibleVault, openFernet } from '../../../src/wallet/legacy-encryption.ts'
import { openNacl, sealNacl } from '../../../src/wallet/nacl.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

interface NaclVectors {
  readonly encrypted: readonly {
    readonly password: string
    readonly key: string
    readonly nonce: string
    readonly plaintext: string
    readonly file: string
  }[]
  readonly truncated: { readonly file: string }
}

interface LegacyFile {
  readonly password: string
  readonly plaintext: string
  readonly file: string
}

interface LegacyVectors {
  readonly fernet: { readonly encrypted: readonly (LegacyFile & { readonly fernetKey: string })[] }
  readonly ansibleVault: { readonly encrypted: readonly LegacyFile[] }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe.skipIf(!hasShared)('the NaCl container', () => {
  const vectors = (): NaclVectors => sharedJson<NaclVectors>('vectors/wallet/nacl.json')

  it('is written and opened exactly as recorded', async () => {
    for (const { key, nonce, plaintext, file } of vectors().encrypted) {
      const sealed = await sealNacl(encode(plaintext), {
        key: parseHex(key),
        nonce: parseHex(nonce),
      })
      expect(bytesTo0x(sealed)).toBe(file)
      expect(encryptionOf(sealed)).toBe('nacl')
      expect(decode(await openNacl(parseHex(file), parseHex(key)))).toBe(plaintext)
    }
  })

  it('takes a new nonce for every file', async () => {
    const key = new Uint8Array(32)
    const [first, second] = [await sealNacl(key, { key }), await sealNacl(key, { key })]
    expect(first.slice(5, 29)).not.toEqual(second.slice(5, 29))
  })

  it('answers another key or a changed byte with WRONG_PASSWORD', async () => {
    const [first, second] = vectors().encrypted
    const file = parseHex(first?.file ?? '')
    const wrong = { code: 'WRONG_PASSWORD', exitCode: 3 }
    await expect(openNacl(file, parseHex(second?.key ?? ''))).rejects.toMatchObject(wrong)
    for (const at of [5, 30, file.length - 1]) {
      const changed = Uint8Array.from(file)
      changed[at] = (changed[at] as number) ^ 1
      await expect(openNacl(changed, parseHex(first?.key ?? ''))).rejects.toMatchObject(wrong)
    }
  })

  it('answers a cut-off file at once', async () => {
    const file = parseHex(vectors().truncated.file)
    await expect(decryptKeyfile(file, 'x')).rejects.toMatchObject({ code: 'KEYFILE_CORRUPT' })
    await expect(decryptKeyfile(encode('$NACL'), 'x')).rejects.toMatchObject({
      code: 'KEYFILE_CORRUPT',
    })
  })
})

describe.skipIf(!hasShared)('old containers', () => {
  const vectors = (): LegacyVectors =>
    sharedJson<LegacyVectors>('vectors/wallet/legacy-encryption.json')

  it('open with an Ansible Vault password, and only with it', async () => {
    for (const { password, plaintext, file } of vectors().ansibleVault.encrypted) {
      expect(encryptionOf(encode(file))).toBe('ansibleVault')
      expect(decode(await decryptKeyfile(encode(file), password))).toBe(plaintext)
      await expect(decryptAnsibleVault(encode(file), 'other')).rejects.toMatchObject({
        code: 'WRONG_PASSWORD',
      })
    }
  })

  it('open with a Fernet key, and only with it', () => {
    for (const { fernetKey, plaintext, file } of vectors().fernet.encrypted) {
      const key = Buffer.from(fernetKey, 'base64url')
      expect(encryptionOf(encode(file))).toBe('fernet')
      expect(decode(openFernet(encode(file), key))).toBe(plaintext)
      expect(() => openFernet(encode(file), new Uint8Array(32))).toThrow(/wrong password/)
    }
  })

  it('open with a Fernet password', { timeout: 120_000 }, async () => {
    for (const { password, plaintext, file } of vectors().fernet.encrypted) {
      expect(decode(await decryptKeyfile(encode(file), password))).toBe(plaintext)
    }
  })

  it.each([
    '$ANSIBLE_VAULT',
    '$ANSIBLE_VAULT;1.1;AES256\nzz',
    '$ANSIBLE_VAULT;1.1;AES256\n3030',
    '$ANSIBLE_VAULT;1.1;AES\n3030',
  ])('refuse the broken vault %j', async (text) => {
    await expect(decryptAnsibleVault(encode(text), 'x')).rejects.toMatchObject({
      code: 'KEYFILE_CORRUPT',
    })
  })

  it.each(['gAAAAA', 'gAAAAA==', 'gAAAAA!!'])('refuse the broken token %j', (text) => {
    expect(() => openFernet(encode(text), new Uint8Array(32))).toThrow(/cannot be read/)
  })
})

describe('encryptionOf', () => {
  it.each([
    ['', 'none'],
    ['{"secretPhrase":""}', 'none'],
    ['$NAC', 'none'],
    ['$NACL', 'nacl'],
  ])('tells %j as %s', (text, method) => {
    expect(encryptionOf(encode(text))).toBe(method)
  })
})
