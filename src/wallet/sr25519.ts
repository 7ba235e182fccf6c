/**
 * sr25519 (Schnorr on ristretto255) over the library that polkadot-js uses. Heavy: import this file
 * dynamically.
 *
 * The library keeps the scalar multiplied by the cofactor 8 ("ed25519-expanded"), key files keep it
 * canonical; the conversions live here and nowhere else.
 *
 * @module
 */
import { ristretto255 } from '@noble/curves/ed25519.js'
import {
  sr25519DeriveHard,
  sr25519DeriveSoft,
  sr25519PairFromSeed,
  sr25519Sign,
  sr25519Verify,
} from '@polkadot/util-crypto/sr25519'
import { wipe } from './wipe.ts'

/** A pair in key-file form: canonical scalar and nonce, 64 bytes. */
export interface Sr25519Pair {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

/** One step of a derivation path. */
export interface Junction {
  readonly hard: boolean
  readonly chainCode: Uint8Array
}

/** The order of the group: a canonical scalar is below it. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

/** Expands a 32-byte mini-secret in Ed25519 mode. */
export function pairFromSeed(seed: Uint8Array): Sr25519Pair {
  return fromExpanded(sr25519PairFromSeed(seed))
}

/**
 * @param privateKey  64 bytes in key-file form
 * @returns           `undefined` when the scalar is not canonical or zero
 */
export function pairFromPrivateKey(privateKey: Uint8Array): Sr25519Pair | undefined {
  const scalar = readLittleEndian(privateKey.subarray(0, 32))
  if (scalar === 0n || scalar >= GROUP_ORDER) return undefined
  // The library makes public keys only from seeds and along paths, so the curve itself is asked.
  const publicKey = ristretto255.Point.BASE.multiply(scalar).toBytes()
  return { publicKey, privateKey: Uint8Array.from(privateKey) }
}

/** Walks the path from a pair. A soft step draws a random nonce, so its result differs each time. */
export function derivePair(pair: Sr25519Pair, path: readonly Junction[]): Sr25519Pair {
  let current = { publicKey: pair.publicKey, secretKey: toExpanded(pair.privateKey) }
  for (const { hard, chainCode } of path) {
    const next = hard
      ? sr25519DeriveHard(current, chainCode)
      : sr25519DeriveSoft(current, chainCode)
    wipe(current.secretKey)
    current = next
  }
  return fromExpanded(current)
}

/** Signs in the context "substrate"; the nonce is random, so signatures differ each time. */
export function sign(message: Uint8Array, pair: Sr25519Pair): Uint8Array {
  const secretKey = toExpanded(pair.privateKey)
  try {
    return sr25519Sign(message, { publicKey: pair.publicKey, secretKey })
  } finally {
    wipe(secretKey)
  }
}

/** Whether the signature is the key's over the message; malformed input is simply not valid. */
export function verify(
  message: Uint8Array,
  proof: { readonly signature: Uint8Array; readonly publicKey: Uint8Array },
): boolean {
  try {
    return sr25519Verify(message, proof.signature, proof.publicKey)
  } catch {
    return false
  }
}

/** Key-file form to the library's: the scalar times 8, the nonce as it is. */
export function toExpanded(privateKey: Uint8Array): Uint8Array {
  return withScalar(privateKey, (scalar) => scalar << 3n)
}

/** The library's form to key-file form: the scalar divided by 8, the nonce as it is. */
export function toCanonical(secretKey: Uint8Array): Uint8Array {
  return withScalar(secretKey, (scalar) => scalar >> 3n)
}

function fromExpanded(pair: { publicKey: Uint8Array; secretKey: Uint8Array }): Sr25519Pair {
  const privateKey = toCanonical(pair.secretKey)
  wipe(pair.secretKey)
  return { publicKey: pair.publicKey, privateKey }
}

function withScalar(key: Uint8Array, change: (scalar: bigint) => bigint): Uint8Array {
  const out = Uint8Array.from(key)
  let scalar = change(readLittleEndian(key.subarray(0, 32)))
  for (let index = 0; index < 32; index += 1) {
    out[index] = Number(scalar & 0xffn)
    scalar >>= 8n
  }
  return out
}

function readLittleEndian(bytes: Uint8Array): bigint {
  let value = 0n
  for (let index = bytes.length - 1; index >= 0; index -= 1) {
    value = (value << 8n) | BigInt(bytes[index] as number)
  }
  return value
}
