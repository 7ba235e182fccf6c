/**
 * SS58 addresses of 32-byte accounts.
 *
 * Source: the SS58 address format of the substrate documentation: prefix of one byte (0..63) or two
 * (64..16383), account, first two bytes of blake2b-512("SS58PRE" | prefix | account).
 *
 * @module
 */
import { blake2b } from '@noble/hashes/blake2.js'
import { type AccountId, accountId } from './account-id.ts'
import { base58Decode, base58Encode } from './base58.ts'
import { bytesToHex, hexToBytes } from './hex.ts'

/** The prefix of every Bittensor address; addresses then begin with "5". */
export const BITTENSOR_SS58_PREFIX = 42

/** The largest prefix the two-byte form can carry. */
export const SS58_PREFIX_MAX = 16_383

/** Base58 of 36 bytes is at most 50 characters; anything longer is no account. */
const TEXT_LENGTH_MAX = 50

const CONTEXT = new TextEncoder().encode('SS58PRE')

/** Why a text is no address. */
export type Ss58Reason = 'badBase58' | 'badLength' | 'badChecksum' | 'wrongPrefix'

/** A text that is not an address; `reason` is stable. */
export class Ss58Error extends Error {
  override name = 'Ss58Error'
  readonly reason: Ss58Reason
  readonly text: string

  constructor(reason: Ss58Reason, text: string, detail: string) {
    super(`invalid address ${JSON.stringify(text.slice(0, 80))}: ${detail}`)
    this.reason = reason
    this.text = text
  }
}

/** An address taken apart. */
export interface DecodedAddress {
  readonly accountId: AccountId
  readonly prefix: number
}

/**
 * The address of an account.
 *
 * @param prefix  0..16383; Bittensor's 42 unless given
 * @throws RangeError  a prefix outside that range
 */
export function ss58Encode(account: AccountId, prefix: number = BITTENSOR_SS58_PREFIX): string {
  const head = prefixBytes(prefix)
  const body = new Uint8Array(head.length + 34)
  body.set(head)
  body.set(hexToBytes(account), head.length)
  body.set(checksum(body.subarray(0, head.length + 32)), head.length + 32)
  return base58Encode(body)
}

/**
 * Takes an address apart. Any prefix passes unless `expectedPrefix` is given, since the same key
 * may be written for another network.
 *
 * @throws Ss58Error  a character outside base58, not 32 bytes of account, a wrong checksum (usually
 *                    a typing error), another prefix than the expected one
 */
export function ss58Decode(text: string, expectedPrefix?: number): DecodedAddress {
  if (text.length > TEXT_LENGTH_MAX) throw new Ss58Error('badLength', text, 'it is too long')
  const bytes = base58Decode(text)
  if (bytes === undefined) {
    throw new Ss58Error('badBase58', text, 'it holds a character that addresses never contain')
  }
  const { prefix, size } = readPrefix(bytes, text)
  if (bytes.length !== size + 34) throw wrongLength(bytes, text)
  const sum = checksum(bytes.subarray(0, size + 32))
  if (sum[0] !== bytes[size + 32] || sum[1] !== bytes[size + 33]) {
    throw new Ss58Error('badChecksum', text, 'the checksum does not match, look for a typing error')
  }
  if (expectedPrefix !== undefined && prefix !== expectedPrefix) {
    throw new Ss58Error(
      'wrongPrefix',
      text,
      `it belongs to another network (prefix ${prefix}, expected ${expectedPrefix})`,
    )
  }
  return { accountId: accountId(bytesToHex(bytes.subarray(size, size + 32))), prefix }
}

/** Whether the text is an address, of the given prefix when there is one. */
export function isSs58(text: string, expectedPrefix?: number): boolean {
  try {
    ss58Decode(text, expectedPrefix)
    return true
  } catch (error) {
    if (error instanceof Ss58Error) return false
    throw error
  }
}

function prefixBytes(prefix: number): Uint8Array {
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > SS58_PREFIX_MAX) {
    throw new RangeError(`address prefix must be within 0..${SS58_PREFIX_MAX}, got ${prefix}`)
  }
  if (prefix < 64) return Uint8Array.of(prefix)
  // The low six bits of the second byte and the high two of the first trade places, so that the
  // first byte keeps 01 in its top bits and marks the long form.
  return Uint8Array.of(((prefix & 0xfc) >> 2) | 0x40, (prefix >> 8) | ((prefix & 0x03) << 6))
}

function readPrefix(bytes: Uint8Array, text: string): { prefix: number; size: 1 | 2 } {
  const [first, second] = bytes
  if (first === undefined || second === undefined || bytes.length < 35) {
    throw wrongLength(bytes, text)
  }
  if (first < 64) return { prefix: first, size: 1 }
  // Bytes from 128 up are reserved by the format.
  if (first >= 128) {
    throw new Ss58Error('wrongPrefix', text, `its first byte, ${first}, starts no known prefix`)
  }
  return { prefix: ((first & 0x3f) << 2) | (second >> 6) | ((second & 0x3f) << 8), size: 2 }
}

function wrongLength(bytes: Uint8Array, text: string): Ss58Error {
  return new Ss58Error('badLength', text, `it holds ${bytes.length} bytes, an account takes 35`)
}

function checksum(body: Uint8Array): Uint8Array {
  const input = new Uint8Array(CONTEXT.length + body.length)
  input.set(CONTEXT)
  input.set(body, CONTEXT.length)
  return blake2b(input).subarray(0, 2)
}
