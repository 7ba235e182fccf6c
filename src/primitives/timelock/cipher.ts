/**
 * Encryption to a round of a beacon, in the bytes that the chain reads (identity-based encryption of
 * an AES key, and AES-256-GCM under it).
 *
 * Source: ../shared/spec/drand-timelock.md sections 3 and 4 (ideal-lab5/timelock `tle`).
 *
 * @module
 */
import { gcm } from '@noble/ciphers/aes.js'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'
import {
  bigEndian,
  type G1Point,
  type G2Point,
  type PairingValue,
  PUBLIC_KEY_SIZE,
  pair,
  parsePublicKey,
  roundPoint,
} from './beacon.ts'

const { Fr } = bls12_381.fields
const BASE = bls12_381.G2.Point.BASE

const HALF = 32
const NONCE_SIZE = 12
const CIPHER_SUITE = new TextEncoder().encode('AES_GCM_')

/** Everything that is drawn for one encryption. Never use it twice. */
export interface TimelockRandomness {
  /** 32 bytes: the AES key. */
  readonly key: Uint8Array
  /** 32 bytes that hide the key. */
  readonly mask: Uint8Array
  /** 12 bytes. */
  readonly nonce: Uint8Array
}

/** A ciphertext taken apart. `v` and `w` are 32 bytes each in all that can be decrypted. */
interface Parts {
  readonly u: Uint8Array
  readonly v: Uint8Array
  readonly w: Uint8Array
  readonly body: Uint8Array
  readonly nonce: Uint8Array
}

/**
 * Encrypts a message that the beacon's signature of `round` opens.
 *
 * @returns 244 bytes more than the message
 */
export function encryptToRound(
  beacon: { readonly publicKey: G2Point; readonly round: bigint },
  message: Uint8Array,
  random: TimelockRandomness,
): Uint8Array {
  const sigma = sha256(random.mask)
  const r = exponent(sigma, random.key)
  const shared = pair(roundPoint(beacon.round), beacon.publicKey.multiply(r))
  const sealed = gcm(random.key, random.nonce).encrypt(message)
  return concat([
    BASE.multiply(r).toBytes(),
    framed(xor(sigma, sha256(pairingBytes(shared)))),
    framed(xor(random.key, sha256(sigma))),
    framed(concat([framed(sealed), framed(random.nonce)])),
    framed(CIPHER_SUITE),
  ])
}

/**
 * Decrypts with a round's signature. Bytes behind the ciphertext are ignored.
 *
 * @returns undefined where the bytes are no ciphertext, or not one to this round of this beacon
 */
export function decryptWithSignature(
  ciphertext: Uint8Array,
  signature: G1Point,
): Uint8Array | undefined {
  const parts = parse(ciphertext)
  if (parts === undefined || parts.v.length !== HALF || parts.w.length !== HALF) return undefined
  const u = parsePublicKey(parts.u)
  if (u === undefined) return undefined
  const sigma = xor(parts.v, sha256(pairingBytes(pair(signature, u))))
  const key = xor(parts.w, sha256(sigma))
  const r = exponent(sigma, key)
  if (r === 0n || !BASE.multiply(r).equals(u)) return undefined
  if (parts.nonce.length !== NONCE_SIZE) return undefined
  try {
    return gcm(key, parts.nonce).decrypt(parts.body)
  } catch {
    return undefined
  }
}

function parse(bytes: Uint8Array): Parts | undefined {
  if (bytes.length < PUBLIC_KEY_SIZE) return undefined
  const header = new Frames(bytes.subarray(PUBLIC_KEY_SIZE))
  const [v, w, body, suite] = [header.next(), header.next(), header.next(), header.next()]
  if (v === undefined || w === undefined || body === undefined || suite === undefined) return
  const inner = new Frames(body)
  const [sealed, nonce] = [inner.next(), inner.next()]
  if (sealed === undefined || nonce === undefined) return undefined
  return { u: bytes.subarray(0, PUBLIC_KEY_SIZE), v, w, body: sealed, nonce }
}

/** Runs of bytes, each behind its length as u64, little endian. */
class Frames {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Undefined where the bytes end too early, and from then on. */
  next(): Uint8Array | undefined {
    const start = this.#at + 8
    if (start > this.#bytes.length) return undefined
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, 8)
    const size = view.getBigUint64(0, true)
    if (size > BigInt(this.#bytes.length - start)) {
      this.#at = this.#bytes.length
      return undefined
    }
    this.#at = start + Number(size)
    return this.#bytes.subarray(start, this.#at)
  }
}

function framed(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(8 + bytes.length)
  new DataView(out.buffer).setBigUint64(0, BigInt(bytes.length), true)
  out.set(bytes, 8)
  return out
}

/** The scalar that binds mask and key to the point in the header. */
function exponent(sigma: Uint8Array, key: Uint8Array): bigint {
  return Fr.create(bigEndian(sha256(concat([sigma, key]))))
}

/** arkworks' 576 bytes of a pairing: twelve coordinates from the lowest up, little endian. */
function pairingBytes(value: PairingValue): Uint8Array {
  const out = new Uint8Array(576)
  let at = 0
  for (const six of [value.c0, value.c1]) {
    for (const two of [six.c0, six.c1, six.c2]) {
      for (let coordinate of [two.c0, two.c1]) {
        for (let i = 0; i < 48; i++, at++) {
          out[at] = Number(coordinate & 0xffn)
          coordinate >>= 8n
        }
      }
    }
  }
  return out
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte ^ (b[i] ?? 0))
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
