/**
 * Wallets on disk: reading addresses, unlocking keys, writing new ones.
 *
 * Reading an address never loads curve code and never asks for a password.
 *
 * @module
 */
import type { Progress } from './argon2.ts'
import {
  decryptKeyfile,
  type EncryptionMethod,
  encryptionOf,
  encryptKeyfile,
} from './encryption.ts'
import {
  KeyfileCorruptError,
  KeyfileMissingError,
  KeyfilePublicOnlyError,
  WalletExistsError,
} from './errors.ts'
import { isSecretKey, type PublicKey, type SecretKey } from './key.ts'
import { readKeyfile, type WriteOptions, writeKeyfile } from './keyfile-io.ts'
import {
  parseKeyfile,
  parsePublicKeyfile,
  publicKeyInKeyfile,
  serializeKeyfile,
  serializePublicKeyfile,
} from './keyfile-json.ts'
import { checkNewPassword } from './password-rules.ts'
import { type PasswordSource, withPassword } from './password-source.ts'
import { type WalletLocation, walletPaths } from './paths.ts'
import { wipe } from './wipe.ts'

/** The two keys of a wallet. */
export type KeyRole = 'coldkey' | 'hotkey'

/** What unlocking needs: where a password comes from, and who hears about the slow derivation. */
export interface UnlockOptions extends PasswordSource {
  readonly onProgress?: Progress
}

/** How a new key is written. */
export interface SaveOptions extends WriteOptions {
  /** Encrypts the private file. Without it the file is plain, as hotkeys normally are. */
  readonly password?: string
  /** Accepts a password that the rules find weak: for scripts and for keys of other programs. */
  readonly allowWeakPassword?: boolean
  readonly onProgress?: Progress
}

/** Path of the private file and of the pub file of a wallet's key. */
export function keyPaths(
  role: KeyRole,
  location: WalletLocation,
): { readonly secret: string; readonly pub: string } {
  const paths = walletPaths(location)
  return role === 'coldkey'
    ? { secret: paths.coldkey, pub: paths.coldkeypub }
    : { secret: paths.hotkey, pub: paths.hotkeypub }
}

/**
 * The address of a wallet's key, from the pub file, or from the private file when that is plain.
 *
 * @throws KeyfileMissingError  neither file, or only an encrypted private one
 * @throws KeyfileCorruptError, KeyfileAccessError
 */
export async function readPublicKey(role: KeyRole, location: WalletLocation): Promise<PublicKey> {
  const { secret, pub } = keyPaths(role, location)
  const shared = await readIfPresent(pub)
  if (shared !== undefined) return inFile(pub, () => parsePublicKeyfile(shared))
  const content = await readKeyfile(secret)
  if (encryptionOf(content) !== 'none') throw new KeyfileMissingError(pub)
  return inFile(secret, () => publicKeyInKeyfile(content))
}

/** A content that is no key is told with the file that holds it. */
function inFile<T>(path: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof KeyfileCorruptError)) throw error
    throw new KeyfileCorruptError(error.why, { path, suggestions: error.suggestions, cause: error })
  }
}

/** Whether and how a wallet's private file is encrypted. @throws KeyfileMissingError */
export async function readEncryption(
  role: KeyRole,
  location: WalletLocation,
): Promise<EncryptionMethod> {
  return encryptionOf(await readKeyfile(keyPaths(role, location).secret))
}

/**
 * The secret key of a wallet; asks for a password only when the file is encrypted.
 *
 * @throws KeyfileMissingError, KeyfileAccessError, KeyfileCorruptError, KeyfilePublicOnlyError,
 *         PasswordMissingError, WrongPasswordError
 */
export async function unlockKey(
  role: KeyRole,
  location: WalletLocation,
  options: UnlockOptions = {},
): Promise<SecretKey> {
  const { secret } = keyPaths(role, location)
  const plain = await readPlain(secret, options)
  try {
    const key = await parseKeyfile(plain)
    if (!isSecretKey(key)) throw new KeyfilePublicOnlyError(key.address)
    return key
  } finally {
    wipe(plain)
  }
}

/**
 * Writes the private file and the pub file of a key. Both targets are checked before either is
 * written, so that a refusal leaves the wallet as it was; a pub file of the same account is no
 * obstacle.
 *
 * @throws WalletExistsError, PasswordWeakError, KeyfileAccessError
 */
export async function saveKey(
  role: KeyRole,
  location: WalletLocation,
  key: SecretKey,
  options: SaveOptions = {},
): Promise<void> {
  const { secret, pub } = keyPaths(role, location)
  const { password, overwrite = false, onProgress } = options
  if (password !== undefined && options.allowWeakPassword !== true) checkNewPassword(password)
  // Known before the slow derivation; the write itself checks again, without a gap.
  if (!overwrite) await refuseExisting(secret, pub, key)
  const plain = serializeKeyfile(key)
  const content = password === undefined ? plain : await encryptKeyfile(plain, password, onProgress)
  try {
    await writeKeyfile(secret, content, { overwrite })
  } finally {
    wipe(plain)
  }
  await writeKeyfile(pub, serializePublicKeyfile(key), { overwrite: true })
}

/** Writes only the pub file: a wallet that can be watched but cannot sign. */
export async function savePublicKey(
  role: KeyRole,
  location: WalletLocation,
  key: PublicKey,
  options: WriteOptions = {},
): Promise<void> {
  await writeKeyfile(keyPaths(role, location).pub, serializePublicKeyfile(key), options)
}

/**
 * Changes how a private file is encrypted, keeping its content byte for byte.
 *
 * @param change  `newPassword` absent leaves the file plain; the other fields open the present one
 */
export async function reencryptKey(
  role: KeyRole,
  location: WalletLocation,
  change: UnlockOptions & { readonly newPassword?: string },
): Promise<void> {
  const { secret } = keyPaths(role, location)
  const { newPassword, onProgress } = change
  if (newPassword !== undefined) checkNewPassword(newPassword)
  const plain = await readPlain(secret, change)
  try {
    // A file that opens but is no key would be sealed unnoticed otherwise.
    await parseKeyfile(plain)
    const content =
      newPassword === undefined ? plain : await encryptKeyfile(plain, newPassword, onProgress)
    await writeKeyfile(secret, content, { overwrite: true })
  } finally {
    wipe(plain)
  }
}

async function readPlain(path: string, options: UnlockOptions): Promise<Uint8Array> {
  const content = await readKeyfile(path)
  if (content.length === 0) throw new KeyfileCorruptError('it is empty', { path })
  if (encryptionOf(content) === 'none') return content
  return withPassword(path, options, (password) =>
    decryptKeyfile(content, password, options.onProgress),
  )
}

async function refuseExisting(secret: string, pub: string, key: PublicKey): Promise<void> {
  if ((await readIfPresent(secret)) !== undefined) throw new WalletExistsError(secret)
  const content = await readIfPresent(pub)
  if (content !== undefined && !isPubFileOf(content, key)) throw new WalletExistsError(pub)
}

function isPubFileOf(content: Uint8Array, key: PublicKey): boolean {
  try {
    return parsePublicKeyfile(content).accountId === key.accountId
  } catch (error) {
    if (error instanceof KeyfileCorruptError) return false
    throw error
  }
}

async function readIfPresent(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readKeyfile(path)
  } catch (error) {
    if (error instanceof KeyfileMissingError) return undefined
    throw error
  }
}
