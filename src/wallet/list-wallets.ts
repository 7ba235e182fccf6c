/**
 * Lists wallets and their hotkeys without unlocking anything.
 *
 * @module
 */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { encryptionOf } from './encryption.ts'
import {
  KeyfileAccessError,
  KeyfileMissingError,
  WalletError,
  WalletMissingError,
} from './errors.ts'
import type { PublicKey } from './key.ts'
import { errorCode, readKeyfile } from './keyfile-io.ts'
import { parsePublicKeyfile, publicKeyInKeyfile } from './keyfile-json.ts'
import {
  DEFAULT_WALLETS_PATH,
  expandTilde,
  PUB_SUFFIX,
  type WalletLocation,
  walletPaths,
} from './paths.ts'

/** What can be said about a key without its secret. */
export type KeyState =
  /** The private file is there and plain. */
  | 'plain'
  /** The private file is there and encrypted. */
  | 'encrypted'
  /** Only the pub file is there. */
  | 'publicOnly'
  /** The file is there and is no key file, or cannot be read. */
  | 'unreadable'
  /** Neither file is there. */
  | 'missing'

/** One key of a listing; `key` is absent when no file tells the address. */
export interface ListedKey {
  readonly state: KeyState
  readonly key?: PublicKey
}

/** One hotkey of a listing. */
export interface ListedHotkey extends ListedKey {
  readonly name: string
}

/** One wallet of a listing. */
export interface ListedWallet {
  readonly name: string
  readonly coldkey: ListedKey
  readonly hotkeys: readonly ListedHotkey[]
}

/**
 * Every wallet of a directory, in the order people count (`miner2` before `miner10`). A missing
 * directory holds no wallets.
 */
export async function listWallets(
  walletsPath: string = DEFAULT_WALLETS_PATH,
): Promise<ListedWallet[]> {
  const directory = expandTilde(walletsPath)
  const names = await entryNames(directory, isDirectory)
  return Promise.all(names.map((name) => describeWallet(directory, name)))
}

/** One wallet of the listing. @throws WalletMissingError  no such directory */
export async function describeOneWallet(location: WalletLocation): Promise<ListedWallet> {
  const { name, walletsPath } = walletPaths(location)
  if (!(await walletExists(location))) throw new WalletMissingError({ name, path: walletsPath })
  return describeWallet(walletsPath, name)
}

/** Whether the wallet's directory is there; the keys in it are not looked at. */
export async function walletExists(location: WalletLocation): Promise<boolean> {
  return isDirectory(walletPaths(location).walletDir)
}

/** Whether the hotkey's private file is there. */
export async function hotkeyExists(location: WalletLocation): Promise<boolean> {
  return isFile(walletPaths(location).hotkey)
}

async function describeWallet(walletsPath: string, name: string): Promise<ListedWallet> {
  const directory = join(walletsPath, name)
  const coldkey = await describeKey({
    secret: join(directory, 'coldkey'),
    pub: join(directory, 'coldkeypub.txt'),
  })
  return { name, coldkey, hotkeys: await describeHotkeys(join(directory, 'hotkeys')) }
}

async function describeHotkeys(directory: string): Promise<ListedHotkey[]> {
  const entries = await entryNames(directory, isFile)
  const names = new Set(
    entries.map((entry) =>
      entry.endsWith(PUB_SUFFIX) ? entry.slice(0, -PUB_SUFFIX.length) : entry,
    ),
  )
  const described = [...names].sort(byCount).map(async (name) => ({
    name,
    ...(await describeKey({
      secret: join(directory, name),
      pub: join(directory, name + PUB_SUFFIX),
    })),
  }))
  return Promise.all(described)
}

async function describeKey({ secret, pub }: { secret: string; pub: string }): Promise<ListedKey> {
  const [own, shared] = await Promise.all([
    peek(secret, publicKeyInKeyfile),
    peek(pub, parsePublicKeyfile),
  ])
  const key = shared.key ?? own.key
  const state = own.state !== 'missing' ? own.state : shared.state
  const shown = own.state === 'missing' && state === 'plain' ? 'publicOnly' : state
  return { state: shown, ...(key === undefined ? {} : { key }) }
}

/** State and address of one file. */
async function peek(
  path: string,
  read: (content: Uint8Array) => PublicKey | Promise<PublicKey>,
): Promise<ListedKey> {
  try {
    const content = await readKeyfile(path)
    if (encryptionOf(content) !== 'none') return { state: 'encrypted' }
    return { state: 'plain', key: await read(content) }
  } catch (error) {
    if (error instanceof KeyfileMissingError) return { state: 'missing' }
    // One bad file must not hide all the others.
    if (error instanceof WalletError) return { state: 'unreadable' }
    throw error
  }
}

/** Names in a directory that pass the test; hidden ones are never keys or wallets of ours. */
async function entryNames(
  directory: string,
  test: (path: string) => Promise<boolean>,
): Promise<string[]> {
  let entries: string[]
  try {
    entries = await readdir(directory)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    const why = code === undefined ? 'unknown reason' : `the system says ${code}`
    throw new KeyfileAccessError('read', { path: directory, why, cause: error })
  }
  const visible = entries.filter((entry) => !entry.startsWith('.'))
  const passed = await Promise.all(visible.map((entry) => test(join(directory, entry))))
  return visible.filter((_, index) => passed[index] === true).sort(byCount)
}

async function isDirectory(path: string): Promise<boolean> {
  return (await statIfPresent(path))?.isDirectory() ?? false
}

async function isFile(path: string): Promise<boolean> {
  return (await statIfPresent(path))?.isFile() ?? false
}

async function statIfPresent(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path)
  } catch {
    // Dangling links and forbidden entries are no wallets.
    return undefined
  }
}

/** Numbers within names compare as numbers; equal ones fall back to plain order. */
function byCount(a: string, b: string): number {
  return ORDER.compare(a, b) || (a < b ? -1 : 1)
}

const ORDER = new Intl.Collator('en', { numeric: true })
