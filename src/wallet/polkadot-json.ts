/**
 * polkadot-js JSON keystores, version 3: import and export.
 *
 * Source: ../shared/spec/wallet.md section 9.
 *
 * @module
 */
import { randomBytes, scrypt } from 'node:crypto'
import { InvalidKeyError, KeyUnsupportedError, WrongPasswordError } from './errors.ts'
import { type CryptoType, publicKeyOf, type SecretKey } from './key.ts'
import { keyFromPrivateKey, keyFromSeed } from './make-key.ts'
import { wipe } from './wipe.ts'

/** ASN.1 around the secret, and between secret and public key. */
const HEADER = Uint8Array.of(48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32)
const DIVIDER = Uint8Array.of(161, 35, 3, 33, 0)
const SECRET_SIZE = 64
const BODY_SIZE = HEADER.length + SECRET_SIZE + DIVIDER.length + 32

const SALT_SIZE = 32
const NONCE_SIZE = 24
const SCRYPT_HEAD_SIZE = SALT_SIZE + 12

/** What polkadot-js itself uses for new exports. */
const SCRYPT_DEFAULT = { N: 2 ** 17, r: 8, p: 1 }

/** A hostile file could otherwise ask for all the memory there is; 256 MiB at these limits. */
const SCRYPT_N_MAX = 2 ** 18
const SCRYPT_R_MAX = 8

/** The file's shape, as written. */
export interface PolkadotKeystore {
  readonly encoded: string
  readonly encoding: {
    readonly content: readonly string[]
    readonly type: readonly string[]
    readonly version: string
  }
  readonly address: string
  readonly meta: Readonly<Record<string, string | number | null>>
}

/**
 * The key in a keystore. It has neither phrase nor seed (ed25519 excepted, whose key is its seed).
 *
 * @param json  the file's text
 * @throws InvalidKeyError      not a keystore of version 3, or damaged
 * @throws WrongPasswordError   the box does not open
 * @throws KeyUnsupportedError  a scheme other than sr25519 and ed25519, or a batch export
 */
export async function importPolkadotJson(json: string, password: string): Promise<SecretKey> {
  const { encoded, content, type } = parseKeystore(json)
  const cryptoType = schemeOf(content)
  const body = await openBody(encoded, { password, withScrypt: type.includes('scrypt') })
  try {
    return await keyFromBody(body, cryptoType)
  } finally {
    wipe(body)
  }
}

/** A keystore of the key that polkadot-js, its extension and other wallets import. */
export async function exportPolkadotJson(
  key: SecretKey,
  { password, name, whenCreated }: { password: string; name: string; whenCreated: number },
): Promise<PolkadotKeystore> {
  const body = new Uint8Array(BODY_SIZE)
  body.set(HEADER)
  body.set(await keystoreSecret(key), HEADER.length)
  body.set(DIVIDER, HEADER.length + SECRET_SIZE)
  body.set(key.publicKey, HEADER.length + SECRET_SIZE + DIVIDER.length)
  const salt = randomBytes(SALT_SIZE)
  const boxKey = await scryptKey(password, { salt, ...SCRYPT_DEFAULT })
  const nonce = randomBytes(NONCE_SIZE)
  const { xsalsa20poly1305 } = await import('@noble/ciphers/salsa.js')
  const box = xsalsa20poly1305(boxKey, nonce).encrypt(body)
  wipe(body, boxKey)
  const numbers = Buffer.alloc(12)
  numbers.writeUInt32LE(SCRYPT_DEFAULT.N, 0)
  numbers.writeUInt32LE(SCRYPT_DEFAULT.p, 4)
  numbers.writeUInt32LE(SCRYPT_DEFAULT.r, 8)
  return {
    encoded: Buffer.concat([salt, numbers, nonce, box]).toString('base64'),
    encoding: {
      content: ['pkcs8', key.cryptoType],
      type: ['scrypt', 'xsalsa20-poly1305'],
      version: '3',
    },
    address: key.address,
    meta: { name, whenCreated, genesisHash: null },
  }
}

/** sr25519: the library's expanded form. ed25519: seed, then public key. */
async function keystoreSecret(key: SecretKey): Promise<Uint8Array> {
  if (key.cryptoType === 'ed25519') return Buffer.concat([key.privateKey, key.publicKey])
  const { toExpanded } = await import('./sr25519.ts')
  return toExpanded(key.privateKey)
}

async function keyFromBody(body: Uint8Array, cryptoType: CryptoType): Promise<SecretKey> {
  const dividerAt = HEADER.length + SECRET_SIZE
  const framed =
    body.length === BODY_SIZE &&
    startsWith(body, HEADER) &&
    startsWith(body.subarray(dividerAt), DIVIDER)
  if (!framed) throw new InvalidKeyError('INVALID_KEYSTORE', 'its content is not PKCS8 version 1')
  const secret = body.subarray(HEADER.length, dividerAt)
  const stored = publicKeyOf(cryptoType, body.slice(dividerAt + DIVIDER.length))
  const key = await keyFromKeystoreSecret(secret, cryptoType)
  if (key.accountId !== stored.accountId) {
    throw new InvalidKeyError('INVALID_KEYSTORE', 'its private and public key do not match')
  }
  return key
}

async function keyFromKeystoreSecret(
  secret: Uint8Array,
  cryptoType: CryptoType,
): Promise<SecretKey> {
  if (cryptoType === 'ed25519') return keyFromSeed(secret.subarray(0, 32), 'ed25519')
  const { toCanonical } = await import('./sr25519.ts')
  return keyFromPrivateKey(toCanonical(secret), 'sr25519')
}

async function openBody(
  encoded: string,
  { password, withScrypt }: { password: string; withScrypt: boolean },
): Promise<Uint8Array> {
  const raw = Buffer.from(encoded, 'base64')
  const boxAt = withScrypt ? SCRYPT_HEAD_SIZE : 0
  if (raw.length < boxAt + NONCE_SIZE + 16) {
    throw new InvalidKeyError('INVALID_KEYSTORE', 'its content is cut off')
  }
  const key = withScrypt
    ? await scryptKey(password, readScryptHead(raw.subarray(0, SCRYPT_HEAD_SIZE)))
    : paddedKey(password)
  const { xsalsa20poly1305 } = await import('@noble/ciphers/salsa.js')
  const box = raw.subarray(boxAt)
  try {
    const cipher = xsalsa20poly1305(key, box.subarray(0, NONCE_SIZE))
    return cipher.decrypt(box.subarray(NONCE_SIZE))
  } catch (cause) {
    throw new WrongPasswordError('keystore', { cause })
  } finally {
    wipe(key)
  }
}

interface ScryptInput {
  readonly salt: Uint8Array
  readonly N: number
  readonly r: number
  readonly p: number
}

function readScryptHead(head: Buffer): ScryptInput {
  // The file's order is N, p, r.
  const N = head.readUInt32LE(SALT_SIZE)
  const p = head.readUInt32LE(SALT_SIZE + 4)
  const r = head.readUInt32LE(SALT_SIZE + 8)
  const powerOfTwo = N > 1 && (N & (N - 1)) === 0
  if (!powerOfTwo || N > SCRYPT_N_MAX || r < 1 || r > SCRYPT_R_MAX || p !== 1) {
    throw new InvalidKeyError('INVALID_KEYSTORE', `scrypt N=${N} r=${r} p=${p} is out of bounds`)
  }
  return { salt: head.subarray(0, SALT_SIZE), N, r, p }
}

function scryptKey(password: string, { salt, N, r, p }: ScryptInput): Promise<Uint8Array> {
  // Node's default limit is 32 MiB; this much is what the numbers need, with some to spare.
  const maxmem = 130 * N * r * p + 2 ** 20
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, { N, r, p, maxmem }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

/** Old exports without a derivation: the password's bytes are the key, filled up with zeros. */
function paddedKey(password: string): Uint8Array {
  const bytes = new TextEncoder().encode(password)
  if (bytes.length > 32) {
    throw new InvalidKeyError('INVALID_KEYSTORE', 'it takes a password of at most 32 bytes')
  }
  const key = new Uint8Array(32)
  key.set(bytes)
  return key
}

function parseKeystore(json: string): { encoded: string; content: string[]; type: string[] } {
  const file = asRecord(parseJson(json))
  const encoding = asRecord(file?.['encoding'])
  const encoded = file?.['encoded']
  if (encoding === undefined || typeof encoded !== 'string') {
    throw new InvalidKeyError('INVALID_KEYSTORE', 'it is not JSON with encoded and encoding')
  }
  if (encoding['version'] !== '3') {
    throw new InvalidKeyError('INVALID_KEYSTORE', 'only version 3 of the format is supported')
  }
  return { encoded, content: texts(encoding['content']), type: texts(encoding['type']) }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : undefined
}

/** Both fields are a text in the oldest files and a list of texts since. */
function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((item) => typeof item === 'string')
}

function schemeOf(content: readonly string[]): CryptoType {
  if (content.includes('sr25519')) return 'sr25519'
  if (content.includes('ed25519')) return 'ed25519'
  throw new KeyUnsupportedError(`a keystore of ${content.join(', ') || 'unnamed'} content`)
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}
