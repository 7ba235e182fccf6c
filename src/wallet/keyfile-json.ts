/**
 * The plain content of key files: one JSON object, written as bittensor-wallet 4.0 can read it, read
 * as tolerantly as the newest SDK does.
 *
 * Source: ../shared/spec/wallet.md sections 2 and 3.
 *
 * @module
 */
import { bytesTo0x, hexToBytes, isHex, strip0x } from '../primitives/hex.ts'
import { Ss58Error, ss58Decode } from '../primitives/ss58.ts'
import { KeyfileCorruptError, KeyUnsupportedError, WalletError } from './errors.ts'
import {
  CRYPTO_TYPE_NUMBER,
  type CryptoType,
  isSecretKey,
  type Key,
  type PublicKey,
  publicHalf,
  publicKeyOf,
} from './key.ts'
import { keyFromAddress, keyFromMnemonic, keyFromPrivateKey, keyFromSeed } from './make-key.ts'
import { isWordCount } from './mnemonic.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * The bytes of a key file. A public key gives the content of a pub file.
 *
 * sr25519 files carry no `cryptoType`, because bittensor-wallet 4.0 refuses numbers; ed25519 files
 * do, and that version cannot use them anyway.
 */
export function serializeKeyfile(key: Key): Uint8Array {
  const publicKey = bytesTo0x(key.publicKey)
  const secret = isSecretKey(key)
    ? {
        privateKey: bytesTo0x(key.privateKey),
        ...(key.mnemonic === undefined ? {} : { secretPhrase: key.mnemonic }),
        ...(key.seed === undefined ? {} : { secretSeed: bytesTo0x(key.seed) }),
      }
    : {}
  const fields = {
    accountId: publicKey,
    publicKey,
    ...secret,
    ss58Address: key.address,
    ...(key.cryptoType === 'ed25519' ? { cryptoType: CRYPTO_TYPE_NUMBER.ed25519 } : {}),
  }
  return new TextEncoder().encode(JSON.stringify(fields))
}

/** The bytes of the pub file that belongs to a key. */
export function serializePublicKeyfile(key: PublicKey): Uint8Array {
  return serializeKeyfile(publicHalf(key))
}

/**
 * Reads a decrypted key file. Of several secrets the phrase wins over the seed over the private key;
 * the derived address must be the stored one.
 *
 * @returns  a `SecretKey`, or a `PublicKey` when the file holds only an address
 * @throws KeyfileCorruptError  not JSON, no usable field, a malformed secret, another address
 * @throws KeyUnsupportedError  a scheme other than sr25519 and ed25519
 */
export async function parseKeyfile(content: Uint8Array): Promise<Key> {
  const text = decodeText(content)
  const fields = parseObject(text)
  if (fields === undefined) return keyFromBareText(text)
  refuseForeignKeystore(fields)
  const cryptoType = readCryptoType(fields)
  const stored = storedAddress(fields)
  const make = secretMaker(fields)
  if (make === undefined) {
    if (stored !== undefined) return corruptOnError(async () => keyFromAddress(stored, cryptoType))
    throw new KeyfileCorruptError('it names neither a secret nor an address')
  }
  const key = await corruptOnError(() => make(cryptoType))
  if (stored === undefined || sameAccount(stored, key)) return key
  // A writer that knew one scheme only may have left out the type, so the other one gets a try.
  const other = cryptoType === 'sr25519' ? 'ed25519' : 'sr25519'
  const second = await make(other).catch((error: unknown) => {
    if (error instanceof WalletError) return undefined
    throw error
  })
  if (second !== undefined && sameAccount(stored, second)) return second
  throw new KeyfileCorruptError('its secret belongs to another address than the stored one')
}

/**
 * Reads a pub file, without any curve code. A bare public key of 64 hex digits is accepted, as some
 * tools write it; never pass a private file here, whose bare digits would be a seed.
 *
 * @throws KeyfileCorruptError  no address in it, or one that contradicts the public key
 */
export function parsePublicKeyfile(content: Uint8Array): PublicKey {
  const text = decodeText(content)
  const fields = parseObject(text)
  if (fields !== undefined) return publicFields(fields)
  const digits = strip0x(text.trim()).toLowerCase()
  if (isHex(digits, 32)) return publicKeyOf('sr25519', hexToBytes(digits))
  throw new KeyfileCorruptError('it is neither JSON nor a public key')
}

/**
 * The public half that a plain private file names. Only a file without an address costs a
 * derivation; the address is otherwise believed, which is enough for showing it.
 *
 * @throws KeyfileCorruptError, KeyUnsupportedError
 */
export async function publicKeyInKeyfile(content: Uint8Array): Promise<PublicKey> {
  const fields = parseObject(decodeText(content))
  if (fields !== undefined && storedAddress(fields) !== undefined) return publicFields(fields)
  return publicHalf(await parseKeyfile(content))
}

function publicFields(fields: Fields): PublicKey {
  const stored = storedAddress(fields)
  if (stored === undefined) throw new KeyfileCorruptError('it names no address')
  const key = corruptOnErrorSync(() => keyFromAddress(stored, readCryptoType(fields)))
  for (const name of ['accountId', 'publicKey']) {
    const value = textField(fields, name)
    if (value !== undefined && strip0x(value).toLowerCase() !== key.accountId) {
      throw new KeyfileCorruptError(`its ${name} and ss58Address belong to different accounts`)
    }
  }
  return key
}

/** The function that makes the key of the strongest secret present. */
function secretMaker(fields: Fields): ((cryptoType: CryptoType) => Promise<Key>) | undefined {
  const phrase = textField(fields, 'secretPhrase')
  if (phrase !== undefined) return (cryptoType) => keyFromMnemonic(phrase, cryptoType)
  const seed = textField(fields, 'secretSeed')
  if (seed !== undefined) return (cryptoType) => keyFromSeed(seedBytes(seed), cryptoType)
  const privateKey = textField(fields, 'privateKey')
  if (privateKey === undefined) return undefined
  return (cryptoType) => keyFromPrivateKey(secretBytes(strip0x(privateKey)), cryptoType)
}

/** Text without JSON: a phrase, a seed or a private key alone in the file. */
function keyFromBareText(text: string): Promise<Key> {
  const bare = text.trim()
  if (/^[a-z]+(?: [a-z]+)*$/.test(bare) && isWordCount(bare.split(' ').length)) {
    return corruptOnError(() => keyFromMnemonic(bare))
  }
  const digits = strip0x(bare)
  if (isHex(digits, 32)) return corruptOnError(() => keyFromSeed(hexToBytes(digits)))
  if (isHex(digits, 64)) return corruptOnError(() => keyFromPrivateKey(hexToBytes(digits)))
  throw new KeyfileCorruptError('it is not JSON')
}

/**
 * bittensor-wallet 4.x writes the 32 raw characters instead of hex when a seed happens to be valid
 * UTF-8; it also strips "0x" as often as it occurs.
 */
function seedBytes(text: string): Uint8Array {
  let digits = text
  while (digits.startsWith('0x')) digits = digits.slice(2)
  if (isHex(digits)) return hexToBytes(digits)
  const raw = new TextEncoder().encode(strip0x(text))
  if (raw.length === 32) return raw
  throw new KeyfileCorruptError('its seed is not hex')
}

function secretBytes(digits: string): Uint8Array {
  if (!isHex(digits)) throw new KeyfileCorruptError('its private key is not hex')
  return hexToBytes(digits)
}

function decodeText(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (cause) {
    throw new KeyfileCorruptError('it is not text', { cause })
  }
}

function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    // The parser's own message quotes the text, which may be a secret, so it goes no further.
    return undefined
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field that is a non-empty text. */
function textField(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function storedAddress(fields: Fields): string | undefined {
  // Some writer put a blank into the key; the SDK reads both.
  return textField(fields, 'ss58Address') ?? textField(fields, ' ss58Address')
}

function readCryptoType(fields: Fields): CryptoType {
  const value = fields['cryptoType']
  const number = typeof value === 'string' && /^[0-9]+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || number === CRYPTO_TYPE_NUMBER.sr25519) return 'sr25519'
  if (number === CRYPTO_TYPE_NUMBER.ed25519) return 'ed25519'
  throw new KeyUnsupportedError(`crypto type ${number}`)
}

function refuseForeignKeystore(fields: Fields): void {
  if (fields['encoded'] === undefined || fields['encoding'] === undefined) return
  throw new KeyfileCorruptError('it is a polkadot-js keystore', {
    suggestions: ['tao wallet regen-coldkey --json FILE'],
  })
}

function sameAccount(address: string, key: Key): boolean {
  try {
    return ss58Decode(address).accountId === key.accountId
  } catch (error) {
    if (error instanceof Ss58Error) return false
    throw error
  }
}

async function corruptOnError<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw asCorrupt(error)
  }
}

function corruptOnErrorSync<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw asCorrupt(error)
  }
}

function asCorrupt(error: unknown): unknown {
  if (error instanceof KeyfileCorruptError) return error
  const known = error instanceof WalletError || error instanceof Ss58Error
  return known ? new KeyfileCorruptError(error.message, { cause: error }) : error
}
