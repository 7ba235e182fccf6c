/**
 * Key URIs: `[phrase | 0x-seed][/soft | //hard]*[///password]`, and the chain codes of their steps.
 *
 * Source: substrate's secret URI format.
 *
 * @module
 */
import { blake2b256 } from '../primitives/hash.ts'
import { InvalidKeyError } from './errors.ts'

/** The phrase that an empty one stands for: substrate's public development phrase. */
export const DEV_PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'

const CHAIN_CODE_SIZE = 32

/** Largest number that a junction takes as a number; longer digits are hashed as text. */
const U64_MAX = 2n ** 64n - 1n

/** A URI taken apart. */
export interface ParsedUri {
  /** A phrase, or `0x` and a seed; the development phrase where the URI gives none. */
  readonly secret: string
  readonly path: readonly { readonly hard: boolean; readonly chainCode: Uint8Array }[]
  /** What follows `///`; the phrase's BIP39 passphrase. */
  readonly password: string
}

/**
 * Takes a URI apart.
 *
 * @throws InvalidKeyError  an empty step, or other characters than words before the path
 */
export function parseUri(uri: string): ParsedUri {
  const passwordAt = uri.indexOf('///')
  const password = passwordAt === -1 ? '' : uri.slice(passwordAt + 3)
  const rest = passwordAt === -1 ? uri : uri.slice(0, passwordAt)
  const pathAt = rest.indexOf('/')
  const secret = pathAt === -1 ? rest : rest.slice(0, pathAt)
  if (!/^[0-9a-zA-Z\s]*$/.test(secret)) {
    throw new InvalidKeyError('INVALID_URI', 'before the path it takes a phrase or a 0x seed')
  }
  const path = pathAt === -1 ? [] : parsePath(rest.slice(pathAt))
  return { secret: secret === '' ? DEV_PHRASE : secret, path, password }
}

/**
 * The URI that btcli makes of its `--uri`: one word, `alice` or `//ALICE`, for a development key.
 *
 * @throws InvalidKeyError  anything but ASCII letters and digits after leading slashes
 */
export function devUriFromWord(text: string): string {
  const word = text.replace(/^\/+/, '').toLowerCase()
  const first = word[0]
  if (first === undefined || !/^[0-9a-z]+$/.test(word)) {
    throw new InvalidKeyError('INVALID_URI', 'it takes one word of letters and digits, like alice')
  }
  return `//${first.toUpperCase()}${word.slice(1)}`
}

function parsePath(text: string): { hard: boolean; chainCode: Uint8Array }[] {
  const steps = [...text.matchAll(/\/(\/?)([^/]*)/g)]
  return steps.map((step, index) => {
    const name = step[2] ?? ''
    if (name === '') throw new InvalidKeyError('INVALID_URI', `step ${index + 1} has no name`)
    return { hard: step[1] === '/', chainCode: chainCode(name) }
  })
}

/** A number as u64, anything else as a SCALE text; padded to 32 bytes, or hashed when longer. */
function chainCode(name: string): Uint8Array {
  const code = /^\+?[0-9]+$/.test(name) ? numberCode(name) : undefined
  if (code !== undefined) return code
  const text = new TextEncoder().encode(name)
  const encoded = new Uint8Array([...compactLength(text.length), ...text])
  if (encoded.length > CHAIN_CODE_SIZE) return blake2b256(encoded)
  const padded = new Uint8Array(CHAIN_CODE_SIZE)
  padded.set(encoded)
  return padded
}

function numberCode(name: string): Uint8Array | undefined {
  // u64 has at most 20 digits; more need not become a bigint first.
  const digits = name.replace(/^\+?0*(?=[0-9])/, '')
  if (digits.length > 20 || BigInt(digits) > U64_MAX) return undefined
  const code = new Uint8Array(CHAIN_CODE_SIZE)
  new DataView(code.buffer).setBigUint64(0, BigInt(digits), true)
  return code
}

/** SCALE compact length of a text, in the one-, two- and four-byte modes. */
function compactLength(length: number): number[] {
  if (length < 64) return [length << 2]
  if (length < 16_384) return [((length << 2) | 1) & 0xff, length >> 6]
  if (length >= 2 ** 30) throw new InvalidKeyError('INVALID_URI', 'a step of its path is too long')
  const value = length * 4 + 2
  return [value, value >>> 8, value >>> 16, value >>> 24].map((part) => part & 0xff)
}
