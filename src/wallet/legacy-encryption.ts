/**
 * The two containers of old wallets, read only: Fernet tokens and Ansible vaults.
 *
 * Source: ../shared/spec/wallet.md sections 4.2 and 4.3; the Fernet and Ansible Vault 1.1 formats.
 *
 * @module
 */
import { createDecipheriv, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { isHex, parseHex } from '../primitives/hex.ts'
import { KeyfileCorruptError, WrongPasswordError } from './errors.ts'
import { wipe } from './wipe.ts'

const pbkdf2Async = promisify(pbkdf2)

const FERNET_SALT = 'Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins'
const FERNET_ROUNDS = 10_000_000
const VAULT_ROUNDS = 10_000

/** Version byte, time, initialisation vector, one cipher block, authenticator. */
const FERNET_SIZE_MIN = 1 + 8 + 16 + 16 + 32

/** Opens a Fernet key file. @cost some seconds of key derivation */
export async function decryptFernet(file: Uint8Array, password: string): Promise<Uint8Array> {
  const key = await pbkdf2Async(password, FERNET_SALT, FERNET_ROUNDS, 32, 'sha256')
  try {
    return openFernet(file, key)
  } finally {
    wipe(key)
  }
}

/**
 * Opens a Fernet token.
 *
 * @param key  32 bytes: authentication key, then cipher key
 * @throws KeyfileCorruptError  not a token
 * @throws WrongPasswordError   the authenticator does not match
 */
export function openFernet(file: Uint8Array, key: Uint8Array): Uint8Array {
  const text = Buffer.from(file).toString('latin1').trim()
  if (!/^[A-Za-z0-9_-]+={0,2}$/.test(text)) throw new KeyfileCorruptError('its token is damaged')
  const token = Buffer.from(text, 'base64url')
  if (token.length < FERNET_SIZE_MIN || token[0] !== 0x80) {
    throw new KeyfileCorruptError('its token is cut off or of another version')
  }
  const signed = token.subarray(0, -32)
  const mac = createHmac('sha256', key.subarray(0, 16)).update(signed).digest()
  if (!timingSafeEqual(mac, token.subarray(-32))) throw new WrongPasswordError('key file')
  const decipher = createDecipheriv('aes-128-cbc', key.subarray(16, 32), signed.subarray(9, 25))
  return joinPlain(decipher.update(signed.subarray(25)), () => decipher.final())
}

/**
 * Opens an Ansible vault.
 *
 * @throws KeyfileCorruptError  not a vault of AES256
 * @throws WrongPasswordError   the authenticator does not match
 */
export async function decryptAnsibleVault(file: Uint8Array, password: string): Promise<Uint8Array> {
  const { salt, mac, cipherText } = parseVault(Buffer.from(file).toString('latin1'))
  const keys = await pbkdf2Async(password, salt, VAULT_ROUNDS, 80, 'sha256')
  try {
    const expected = createHmac('sha256', keys.subarray(32, 64)).update(cipherText).digest()
    if (mac.length !== 32 || !timingSafeEqual(mac, expected))
      throw new WrongPasswordError('key file')
    const decipher = createDecipheriv('aes-256-ctr', keys.subarray(0, 32), keys.subarray(64, 80))
    return unpad(decipher.update(cipherText))
  } finally {
    wipe(keys)
  }
}

function parseVault(text: string): { salt: Uint8Array; mac: Uint8Array; cipherText: Uint8Array } {
  const [header = '', ...lines] = text.split(/\r?\n/)
  // Version 1.2 only adds a label after the cipher's name.
  if (!/^\$ANSIBLE_VAULT;1\.[12];AES256(?:;.*)?$/.test(header.trim())) {
    throw new KeyfileCorruptError('it is an Ansible vault of another version or cipher')
  }
  const body = lines.join('').trim()
  if (!isHex(body)) throw new KeyfileCorruptError('its vault is damaged')
  const parts = Buffer.from(body, 'hex').toString('latin1').split('\n')
  const [salt, mac, cipherText] = parts
  if (
    salt === undefined ||
    mac === undefined ||
    cipherText === undefined ||
    !parts.every((part) => isHex(part))
  ) {
    throw new KeyfileCorruptError('its vault is damaged')
  }
  return { salt: parseHex(salt), mac: parseHex(mac), cipherText: parseHex(cipherText) }
}

/** Removes PKCS7 padding of 16-byte blocks. */
function unpad(padded: Uint8Array): Uint8Array {
  const count = padded[padded.length - 1] ?? 0
  const padding = padded.subarray(-count)
  if (count === 0 || count > 16 || padding.some((byte) => byte !== count)) {
    throw new KeyfileCorruptError('its vault is damaged')
  }
  return Uint8Array.from(padded.subarray(0, -count))
}

function joinPlain(head: Uint8Array, tail: () => Uint8Array): Uint8Array {
  try {
    const last = tail()
    const plain = new Uint8Array(head.length + last.length)
    plain.set(head)
    plain.set(last, head.length)
    wipe(head, last)
    return plain
  } catch (cause) {
    // The authenticator was right, so the writer itself produced a bad padding.
    throw new KeyfileCorruptError('its token is damaged', { cause })
  }
}
