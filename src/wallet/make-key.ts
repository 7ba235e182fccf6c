/**
 * Makes keys from whatever people keep: a phrase, a seed, a private key, a URI, or only an address.
 *
 * The curve code is loaded on first use, so importing this file costs nothing.
 *
 * @module
 */
import { hexToBytes, isHex, parseHex, strip0x } from '../primitives/hex.ts'
import { ss58Decode } from '../primitives/ss58.ts'
import { InvalidKeyError } from './errors.ts'
import { type CryptoType, type PublicKey, publicKeyOf, type SecretKey } from './key.ts'
import { mnemonicToSeed } from './mnemonic.ts'
import { parseUri } from './suri.ts'
import { wipe } from './wipe.ts'

/** The key of a phrase, which the key keeps exactly as given. @throws InvalidMnemonicError */
export async function keyFromMnemonic(
  phrase: string,
  cryptoType: CryptoType = 'sr25519',
): Promise<SecretKey> {
  const seed = await mnemonicToSeed(phrase)
  return { ...(await keyFromSeed(seed, cryptoType)), mnemonic: phrase }
}

/**
 * The key of a seed.
 *
 * @param seed  32 bytes; sr25519 also takes 64, an expanded key in key-file form
 * @throws InvalidKeyError  another length
 */
export async function keyFromSeed(
  seed: Uint8Array,
  cryptoType: CryptoType = 'sr25519',
): Promise<SecretKey> {
  if (seed.length === 64 && cryptoType === 'sr25519') return keyFromPrivateKey(seed, cryptoType)
  if (seed.length !== 32) {
    throw new InvalidKeyError('INVALID_SEED', `it has ${seed.length} bytes, 32 are expected`)
  }
  const kept = Uint8Array.from(seed)
  if (cryptoType === 'ed25519') {
    const { publicFromSeed } = await import('./ed25519.ts')
    return { ...publicKeyOf('ed25519', publicFromSeed(kept)), privateKey: kept, seed: kept }
  }
  const { pairFromSeed } = await import('./sr25519.ts')
  const pair = pairFromSeed(kept)
  return { ...publicKeyOf('sr25519', pair.publicKey), privateKey: pair.privateKey, seed: kept }
}

/**
 * The key of a private key as key files hold it. 32 bytes are taken as a seed, as bittensor-wallet
 * does; ed25519 also takes 64, whose second half must be the public key.
 *
 * @throws InvalidKeyError  another length, a scalar that is not canonical, halves that do not match
 */
export async function keyFromPrivateKey(
  privateKey: Uint8Array,
  cryptoType: CryptoType = 'sr25519',
): Promise<SecretKey> {
  if (privateKey.length === 32) return keyFromSeed(privateKey, cryptoType)
  if (privateKey.length !== 64) {
    const why = `it has ${privateKey.length} bytes, 32 or 64 are expected`
    throw new InvalidKeyError('INVALID_PRIVATE_KEY', why)
  }
  if (cryptoType === 'ed25519') {
    const key = await keyFromSeed(privateKey.subarray(0, 32), 'ed25519')
    if (Buffer.compare(key.publicKey, privateKey.subarray(32)) !== 0) {
      throw new InvalidKeyError('INVALID_PRIVATE_KEY', 'its two halves do not belong together')
    }
    return key
  }
  const { pairFromPrivateKey } = await import('./sr25519.ts')
  const pair = pairFromPrivateKey(privateKey)
  if (pair === undefined) {
    const why = 'its scalar is not canonical (polkadot-js keeps another form: import its JSON)'
    throw new InvalidKeyError('INVALID_PRIVATE_KEY', why)
  }
  return { ...publicKeyOf('sr25519', pair.publicKey), privateKey: pair.privateKey }
}

/**
 * The key of a URI such as `//Alice` or `phrase//hard/soft///password`. It has neither phrase nor
 * seed, as in bittensor-wallet.
 *
 * @throws InvalidKeyError, InvalidMnemonicError
 */
export async function keyFromUri(
  uri: string,
  cryptoType: CryptoType = 'sr25519',
): Promise<SecretKey> {
  const { secret, path, password } = parseUri(uri)
  const seed = secret.startsWith('0x') ? parseSeed(secret) : await mnemonicToSeed(secret, password)
  if (cryptoType === 'ed25519') return ed25519AtPath(seed, path)
  const { derivePair, pairFromSeed } = await import('./sr25519.ts')
  const pair = derivePair(pairFromSeed(seed), path)
  wipe(seed)
  return { ...publicKeyOf('sr25519', pair.publicKey), privateKey: pair.privateKey }
}

/**
 * The public half of an address. The address is kept as given, whatever its prefix.
 *
 * @throws Ss58Error
 */
export function keyFromAddress(address: string, cryptoType: CryptoType = 'sr25519'): PublicKey {
  const account = ss58Decode(address).accountId
  return { ...publicKeyOf(cryptoType, hexToBytes(account)), address }
}

/**
 * The public half of `0x` and 64 hex digits. Whether they are a point of the curve is not checked.
 *
 * @throws InvalidKeyError  anything else
 */
export function keyFromPublicKeyHex(text: string, cryptoType: CryptoType = 'sr25519'): PublicKey {
  if (!text.startsWith('0x') || !isHex(strip0x(text), 32)) {
    throw new InvalidKeyError('INVALID_PUBLIC_KEY', 'it must be 0x and 64 hex digits')
  }
  return publicKeyOf(cryptoType, parseHex(text))
}

/** Reads a private key of 32 or 64 bytes of hex, with or without `0x`. @throws InvalidKeyError */
export function parsePrivateKey(text: string): Uint8Array {
  const digits = strip0x(text)
  if (isHex(digits, 32) || isHex(digits, 64)) return hexToBytes(digits)
  throw new InvalidKeyError('INVALID_PRIVATE_KEY', 'it must be 64 or 128 hex digits')
}

/** Reads 32 bytes of hex, with or without `0x`. @throws InvalidKeyError */
export function parseSeed(text: string): Uint8Array {
  const digits = strip0x(text)
  if (!isHex(digits)) throw new InvalidKeyError('INVALID_SEED', 'it is not hex')
  if (digits.length !== 64) {
    throw new InvalidKeyError('INVALID_SEED', `it has ${digits.length / 2} bytes, 32 are expected`)
  }
  return hexToBytes(digits)
}

async function ed25519AtPath(
  root: Uint8Array,
  path: readonly { readonly hard: boolean; readonly chainCode: Uint8Array }[],
): Promise<SecretKey> {
  const { deriveHard, publicFromSeed } = await import('./ed25519.ts')
  let seed = root
  for (const { hard, chainCode } of path) {
    if (!hard) {
      throw new InvalidKeyError('INVALID_URI', 'ed25519 keys have hard steps (//) only')
    }
    const next = deriveHard(seed, chainCode)
    wipe(seed)
    seed = next
  }
  return { ...publicKeyOf('ed25519', publicFromSeed(seed)), privateKey: seed }
}
