/** Goal: wallets on disk have the shared layout, and no write ever loses a key. */
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SecretKey } from '../../../src/wallet/key.ts'
import { readKeyfile, writeKeyfile } from '../../../src/wallet/keyfile-io.ts'
import { describeOneWallet, listWallets } from '../../../src/wallet/list-wallets.ts'
import { keyFromAddress, keyFromSeed } from '../../../src/wallet/make-key.ts'
import { expandTilde, walletPaths } from '../../../src/wallet/paths.ts'
import {
  readEncryption,
  readPublicKey,
  saveKey,
  savePublicKey,
  unlockKey,
} from '../../../src/wallet/wallet-store.ts'

let walletsPath = ''
let key: SecretKey
let other: SecretKey

beforeEach(async () => {
  walletsPath = await mkdtemp(join(tmpdir(), 'tao-wallets-'))
  key = await keyFromSeed(new Uint8Array(32).fill(1))
  other = await keyFromSeed(new Uint8Array(32).fill(2))
})
afterEach(() => rm(walletsPath, { recursive: true, force: true }))

const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777

describe('walletPaths', () => {
  it('lays a wallet out as bittensor-wallet does', () => {
    expect(walletPaths({ walletsPath: '/w', name: 'a', hotkey: 'h' })).toMatchObject({
      coldkey: '/w/a/coldkey',
      coldkeypub: '/w/a/coldkeypub.txt',
      hotkey: '/w/a/hotkeys/h',
      hotkeypub: '/w/a/hotkeys/hpub.txt',
    })
    expect(walletPaths().coldkey).toMatch(/\/\.bittensor\/wallets\/default\/coldkey$/)
  })

  it.each(['', '.', '..', 'a/b', '../a', 'a\\b', 'a\u0000', 'a\u001b[31m', 'x'.repeat(201)])(
    'refuses %j as a name',
    (name) => {
      const refusal = expect.objectContaining({ code: 'WALLET_NAME_INVALID' })
      expect(() => walletPaths({ name })).toThrow(refusal)
      expect(() => walletPaths({ hotkey: name })).toThrow(refusal)
    },
  )

  it('refuses a hotkey named like a pub file', () => {
    expect(() => walletPaths({ hotkey: 'minerpub.txt' })).toThrow(/pub/)
  })

  it('expands a leading tilde and nothing else', () => {
    expect(expandTilde('~/x', '/home/a')).toBe('/home/a/x')
    expect(expandTilde('~', '/home/a')).toBe('/home/a')
    expect(expandTilde('~b/x', '/home/a')).toBe('~b/x')
    expect(expandTilde('$HOME/x', '/home/a')).toBe('$HOME/x')
  })
})

describe('saveKey', () => {
  it('writes owner-only files without a final newline, and nothing else', async () => {
    const location = { walletsPath, name: 'a', hotkey: 'h' }
    await saveKey('coldkey', location, key)
    await saveKey('hotkey', location, other)
    expect((await readdir(walletsPath, { recursive: true })).sort()).toEqual([
      'a',
      'a/coldkey',
      'a/coldkeypub.txt',
      'a/hotkeys',
      'a/hotkeys/h',
      'a/hotkeys/hpub.txt',
    ])
    for (const name of ['coldkey', 'coldkeypub.txt', 'hotkeys/h', 'hotkeys/hpub.txt']) {
      const path = join(walletsPath, 'a', name)
      expect(await mode(path)).toBe(0o600)
      expect(await readFile(path, 'utf8')).toMatch(/^\{.*\}$/)
    }
    expect(await unlockKey('coldkey', location)).toEqual(key)
    expect(await unlockKey('hotkey', location)).toEqual(other)
    expect((await readPublicKey('coldkey', location)).address).toBe(key.address)
    expect(await readEncryption('coldkey', location)).toBe('none')
  })

  it('leaves an existing key alone unless told to overwrite', async () => {
    const location = { walletsPath, name: 'a' }
    await saveKey('coldkey', location, key)
    const refusal = { code: 'WALLET_EXISTS', exitCode: 3 }
    await expect(saveKey('coldkey', location, other)).rejects.toMatchObject(refusal)
    expect(await unlockKey('coldkey', location)).toEqual(key)
    await saveKey('coldkey', location, other, { overwrite: true })
    expect(await unlockKey('coldkey', location)).toEqual(other)
    expect((await readPublicKey('coldkey', location)).address).toBe(other.address)
  })

  it('adds the private key to a wallet that was only watched, if it is the same account', async () => {
    const location = { walletsPath, name: 'a' }
    await savePublicKey('coldkey', location, keyFromAddress(key.address))
    await expect(saveKey('coldkey', location, other)).rejects.toMatchObject({
      code: 'WALLET_EXISTS',
    })
    await saveKey('coldkey', location, key)
    expect(await unlockKey('coldkey', location)).toEqual(key)
  })

  it('refuses a weak password before it touches the disk', async () => {
    const location = { walletsPath, name: 'a' }
    await expect(saveKey('coldkey', location, key, { password: 'abc' })).rejects.toMatchObject({
      code: 'PASSWORD_WEAK',
    })
    expect(await readdir(walletsPath)).toEqual([])
  })
})

describe('writeKeyfile', () => {
  it('lets one of many writers win and leaves no temporary file', async () => {
    const path = join(walletsPath, 'coldkey')
    const writers = Array.from({ length: 8 }, (_, index) =>
      writeKeyfile(path, Uint8Array.of(index)).then(
        () => index,
        () => undefined,
      ),
    )
    const winners = (await Promise.all(writers)).filter((index) => index !== undefined)
    expect(winners).toHaveLength(1)
    expect(await readKeyfile(path)).toEqual(Uint8Array.of(winners[0] as number))
    expect(await readdir(walletsPath)).toEqual(['coldkey'])
  })

  it('tightens the mode of the file it replaces and keeps a symbolic link', async () => {
    const real = join(walletsPath, 'real')
    const path = join(walletsPath, 'coldkey')
    await writeFile(real, 'old')
    await chmod(real, 0o644)
    await symlink(real, path)
    await writeKeyfile(path, Uint8Array.of(1), { overwrite: true })
    expect(await readFile(real)).toEqual(Buffer.of(1))
    expect(await mode(real)).toBe(0o600)
  })

  it('tells what is in the way', async () => {
    const path = join(walletsPath, 'file')
    await writeFile(path, '')
    await expect(writeKeyfile(join(path, 'coldkey'), Uint8Array.of(1))).rejects.toMatchObject({
      code: 'KEYFILE_UNWRITABLE',
    })
  })
})

describe('readKeyfile', () => {
  it('tells a missing file, a directory and a file that is too large', async () => {
    const path = join(walletsPath, 'x')
    await expect(readKeyfile(path)).rejects.toMatchObject({ code: 'KEYFILE_MISSING', exitCode: 3 })
    await expect(readKeyfile(walletsPath)).rejects.toMatchObject({ code: 'KEYFILE_UNREADABLE' })
    await writeFile(path, Buffer.alloc(70_000))
    await expect(readKeyfile(path)).rejects.toMatchObject({ code: 'KEYFILE_UNREADABLE' })
  })
})

describe('unlockKey', () => {
  it('tells a file that holds only an address', async () => {
    const location = { walletsPath, name: 'a' }
    await writeKeyfile(
      walletPaths(location).coldkey,
      new TextEncoder().encode(JSON.stringify({ ss58Address: key.address })),
    )
    await expect(unlockKey('coldkey', location)).rejects.toMatchObject({
      code: 'KEYFILE_PUBLIC_ONLY',
      data: { address: key.address },
    })
  })

  it('tells an empty file, as a crash of another program leaves it', async () => {
    const location = { walletsPath, name: 'a' }
    await writeKeyfile(walletPaths(location).coldkey, new Uint8Array())
    await expect(unlockKey('coldkey', location)).rejects.toMatchObject({ code: 'KEYFILE_CORRUPT' })
  })

  it('asks for no password where none is needed, and fails without one where it is', async () => {
    const location = { walletsPath, name: 'a' }
    await saveKey('hotkey', location, key)
    const prompt = (): Promise<string> => Promise.reject(new Error('asked'))
    expect(await unlockKey('hotkey', location, { prompt })).toEqual(key)
    await writeKeyfile(walletPaths(location).coldkey, new TextEncoder().encode('$NACLxxxx'))
    await expect(unlockKey('coldkey', location)).rejects.toMatchObject({ code: 'PASSWORD_MISSING' })
  })
})

describe('listWallets', () => {
  it('lists nothing where there is no directory', async () => {
    expect(await listWallets(join(walletsPath, 'none'))).toEqual([])
  })

  it('describes every state of a key, in the order people count', async () => {
    const location = { walletsPath, name: 'w2' }
    await saveKey('coldkey', { walletsPath, name: 'w10' }, key)
    await savePublicKey('coldkey', location, other)
    await writeKeyfile(walletPaths(location).coldkey, new TextEncoder().encode('$NACL...'))
    await saveKey('hotkey', { ...location, hotkey: 'h10' }, key)
    await savePublicKey('hotkey', { ...location, hotkey: 'h2' }, other)
    const hotkeys = join(walletsPath, 'w2', 'hotkeys')
    await writeFile(join(hotkeys, 'broken'), 'x')
    await writeFile(join(hotkeys, '.hidden'), 'x')
    await writeFile(join(hotkeys, 'locked'), '$NACL...')
    await mkdir(join(hotkeys, 'directory'))
    await writeFile(join(walletsPath, 'file'), 'x')
    const listed = await listWallets(walletsPath)
    expect(listed.map(({ name }) => name)).toEqual(['w2', 'w10'])
    const [w2, w10] = listed
    expect(w2?.coldkey).toMatchObject({ state: 'encrypted', key: { address: other.address } })
    expect(w10?.coldkey).toMatchObject({ state: 'plain', key: { address: key.address } })
    expect(w10?.hotkeys).toEqual([])
    expect(w2?.hotkeys.map(({ name, state }) => [name, state])).toEqual([
      ['broken', 'unreadable'],
      ['h2', 'publicOnly'],
      ['h10', 'plain'],
      ['locked', 'encrypted'],
    ])
    expect(await describeOneWallet(location)).toEqual(w2)
  })

  it('shows an empty wallet directory as a wallet without keys', async () => {
    await mkdir(join(walletsPath, 'empty'))
    expect(await listWallets(walletsPath)).toEqual([
      { name: 'empty', coldkey: { state: 'missing' }, hotkeys: [] },
    ])
    await expect(describeOneWallet({ walletsPath, name: 'no' })).rejects.toMatchObject({
      code: 'WALLET_MISSING',
    })
  })
})
