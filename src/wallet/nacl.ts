/**
 * The `$NACL` container of encrypted key files: prefix, nonce, XSalsa20-Poly1305 box.
 *
 * Source: ../shared/spec/wallet.md section 4.1.
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import { KeyfileCorruptError, WrongPasswordError } from './errors.ts'

/** The first bytes of the file. */
export const NACL_PREFIX = new TextEncoder().encode('$NACL')

const NONCE_SIZE = 24
const TAG_SIZE = 16

/**
 * Seals a key file's content.
 *
 * @param key    32 bytes, from the password
 * @param nonce  24 bytes, new for every file since all files of a password share the key
 */
export async function sealNacl(
  plain: Uint8Array,
  { key, nonce = randomBytes(NONCE_SIZE) }: { key: Uint8Array; nonce?: Uint8Array },
): Promise<Uint8Array> {
  const { xsalsa20poly1305 } = await import('@noble/ciphers/salsa.js')
  const box = xsalsa20poly1305(key, nonce).encrypt(plain)
  const file = new Uint8Array(NACL_PREFIX.length + NONCE_SIZE + box.length)
  file.set(NACL_PREFIX)
  file.set(nonce, NACL_PREFIX.length)
  file.set(box, NACL_PREFIX.length + NONCE_SIZE)
  return file
}

/** Throws unless the file is long enough to be a box at all; asked before the slow derivation. */
export function checkNaclSize(file: Uint8Array): void {
  if (file.length < NACL_PREFIX.length + NONCE_SIZE + TAG_SIZE) {
    throw new KeyfileCorruptError('it is encrypted and cut off')
  }
}

/**
 * Opens a sealed key file.
 *
 * @throws KeyfileCorruptError  too short
 * @throws WrongPasswordError   the authenticator does not match: another password, or damage
 */
export async function openNacl(file: Uint8Array, key: Uint8Array): Promise<Uint8Array> {
  checkNaclSize(file)
  const { xsalsa20poly1305 } = await import('@noble/ciphers/salsa.js')
  const boxAt = NACL_PREFIX.length + NONCE_SIZE
  const nonce = file.subarray(NACL_PREFIX.length, boxAt)
  try {
    return xsalsa20poly1305(key, nonce).decrypt(file.subarray(boxAt))
  } catch (cause) {
    throw new WrongPasswordError('key file', { cause })
  }
}
