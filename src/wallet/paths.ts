/**
 * Where wallets lie: the directory layout of bittensor-wallet.
 *
 * Source: ../shared/spec/wallet.md section 1.
 *
 * @module
 */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { WalletNameInvalidError } from './errors.ts'

export const DEFAULT_WALLETS_PATH = '~/.bittensor/wallets'
export const DEFAULT_WALLET_NAME = 'default'
export const DEFAULT_HOTKEY_NAME = 'default'

/** The end of a hotkey's pub file; a hotkey's own name therefore never ends so. */
export const PUB_SUFFIX = 'pub.txt'

/** One wallet, and which of its hotkeys. */
export interface WalletLocation {
  /** Directory of all wallets; a leading `~` is expanded. */
  readonly walletsPath?: string
  readonly name?: string
  readonly hotkey?: string
}

/** The files of a wallet. */
export interface WalletPaths {
  readonly name: string
  readonly hotkeyName: string
  readonly walletsPath: string
  readonly walletDir: string
  readonly coldkey: string
  readonly coldkeypub: string
  readonly hotkeysDir: string
  readonly hotkey: string
  readonly hotkeypub: string
}

/**
 * The files of a wallet, absent parts filled with the defaults. Touches no disk.
 *
 * @throws WalletNameInvalidError  a name that is not one plain directory entry
 */
export function walletPaths(location: WalletLocation = {}): WalletPaths {
  const name = checkName(location.name ?? DEFAULT_WALLET_NAME)
  const hotkeyName = checkHotkeyName(location.hotkey ?? DEFAULT_HOTKEY_NAME)
  const walletsPath = expandTilde(location.walletsPath ?? DEFAULT_WALLETS_PATH)
  const walletDir = join(walletsPath, name)
  const hotkeysDir = join(walletDir, 'hotkeys')
  return {
    name,
    hotkeyName,
    walletsPath,
    walletDir,
    coldkey: join(walletDir, 'coldkey'),
    coldkeypub: join(walletDir, 'coldkeypub.txt'),
    hotkeysDir,
    hotkey: join(hotkeysDir, hotkeyName),
    hotkeypub: join(hotkeysDir, hotkeyName + PUB_SUFFIX),
  }
}

/** Replaces a leading `~` or `~/`; nothing else is expanded or normalised. */
export function expandTilde(path: string, home: string = homedir()): string {
  return path === '~' || path.startsWith('~/') ? home + path.slice(1) : path
}

/** A hotkey may in addition not look like a pub file. */
export function checkHotkeyName(name: string): string {
  if (name.endsWith(PUB_SUFFIX)) {
    throw new WalletNameInvalidError({ name, why: `names ending in ${PUB_SUFFIX} are pub files` })
  }
  return checkName(name)
}

/** A name becomes one directory entry, so it must not lead anywhere else. */
export function checkName(name: string): string {
  const why = nameFault(name)
  if (why !== undefined) throw new WalletNameInvalidError({ name, why })
  return name
}

function nameFault(name: string): string | undefined {
  if (name === '') return 'it is empty'
  if (name === '.' || name === '..' || /[/\\]/.test(name)) return 'it leads to another directory'
  // Control characters would also let a name forge output lines.
  if (/\p{Cc}/u.test(name)) return 'it holds a control character'
  if (new TextEncoder().encode(name).length > 200) return 'it is too long'
  return undefined
}
