/**
 * Goal: the whole way of an encrypted key, from saving to unlocking. Method: a cheap derivation
 * stands in for Argon2, which has its own test.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeEnvPassword, envPasswordName } from '../../../src/wallet/env-password.ts'
import { keyFromSeed } from '../../../src/wallet/make-key.ts'
import {
  keyPaths,
  readEncryption,
  readPublicKey,
  reencryptKey,
  saveKey,
  unlockKey,
} from '../../../src/wallet/wallet-store.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

vi.mock('../../../src/wallet/argon2.ts', () => ({
  deriveKeyfileKey: async (password: Uint8Array): Promise<Uint8Array> =>
    new Uint8Array(createHash('sha256').update(password).digest()),
}))

const PASSWORD = 'correct horse battery'
let location = { walletsPath: '', name: 'a' }

beforeEach(async () => {
  location = { walletsPath: await mkdtemp(join(tmpdir(), 'tao-encrypted-')), name: 'a' }
})
afterEach(() => rm(location.walletsPath, { recursive: true, force: true }))

describe('an encrypted coldkey', () => {
  it('opens with its password from any source, and its address without', async () => {
    const key = await keyFromSeed(new Uint8Array(32).fill(3))
    await saveKey('coldkey', location, key, { password: PASSWORD })
    expect(await readEncryption('coldkey', location)).toBe('nacl')
    expect((await readPublicKey('coldkey', location)).address).toBe(key.address)
    const { secret } = keyPaths('coldkey', location)
    const name = envPasswordName(secret)
    const sources = [
      { password: PASSWORD },
      { env: { BT_WALLET_PASSWORD: PASSWORD } },
      { env: { [name]: encodeEnvPassword({ name, password: PASSWORD }) } },
      { prompt: async () => `${PASSWORD}\n` },
    ]
    for (const source of sources) {
      expect(await unlockKey('coldkey', location, source)).toEqual(key)
    }
    await expect(unlockKey('coldkey', location, { password: 'x' })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
      exitCode: 3,
    })
    expect(await readFile(secret, 'latin1')).not.toContain(key.address)
  })

  it('has no address to show once its pub file is gone', async () => {
    const key = await keyFromSeed(new Uint8Array(32).fill(3))
    await saveKey('coldkey', location, key, { password: PASSWORD })
    await rm(keyPaths('coldkey', location).pub)
    await expect(readPublicKey('coldkey', location)).rejects.toMatchObject({
      code: 'KEYFILE_MISSING',
      data: { path: keyPaths('coldkey', location).pub },
    })
  })
})

describe('reencryptKey', () => {
  it('encrypts, changes the password and decrypts without touching the content', async () => {
    const key = await keyFromSeed(new Uint8Array(32).fill(4))
    await saveKey('coldkey', location, key)
    const { secret } = keyPaths('coldkey', location)
    const before = await readFile(secret, 'utf8')
    await reencryptKey('coldkey', location, { newPassword: PASSWORD })
    expect(await readEncryption('coldkey', location)).toBe('nacl')
    await reencryptKey('coldkey', location, { password: PASSWORD, newPassword: 'another one' })
    expect(await unlockKey('coldkey', location, { password: 'another one' })).toEqual(key)
    await reencryptKey('coldkey', location, { password: 'another one' })
    expect(await readFile(secret, 'utf8')).toBe(before)
  })

  it('leaves the file as it was when the password is wrong or the new one weak', async () => {
    const key = await keyFromSeed(new Uint8Array(32).fill(4))
    await saveKey('coldkey', location, key, { password: PASSWORD })
    const { secret } = keyPaths('coldkey', location)
    const before = await readFile(secret)
    await expect(
      reencryptKey('coldkey', location, { password: 'wrong', newPassword: 'another one' }),
    ).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    await expect(
      reencryptKey('coldkey', location, { password: PASSWORD, newPassword: 'abc' }),
    ).rejects.toMatchObject({ code: 'PASSWORD_WEAK' })
    expect(await readFile(secret)).toEqual(before)
  })

  it.skipIf(!hasShared)('brings an Ansible vault up to date', async () => {
    const vectors = sharedJson<{
      ansibleVault: { encrypted: { password: string; file: string; plaintext: string }[] }
    }>('vectors/wallet/legacy-encryption.json')
    const vault = vectors.ansibleVault.encrypted[0]
    await saveKey('coldkey', location, await keyFromSeed(new Uint8Array(32).fill(4)))
    const { secret } = keyPaths('coldkey', location)
    await writeFile(secret, vault?.file ?? '')
    await reencryptKey('coldkey', location, {
      password: vault?.password ?? '',
      newPassword: PASSWORD,
    })
    expect(await readEncryption('coldkey', location)).toBe('nacl')
    await reencryptKey('coldkey', location, { password: PASSWORD })
    expect(await readFile(secret, 'utf8')).toBe(vault?.plaintext)
  })
})
