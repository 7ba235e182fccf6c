/**
 * ed25519 over @noble/curves. Heavy: import this file dynamically.
 *
 * @module
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { blake2b256 } from '../primitives/hash.ts'

/** SCALE text "Ed25519HDKD": the domain of substrate's hard derivation. */
const HDKD_DOMAIN = Uint8Array.from([0x2c, ...new TextEncoder().encode('Ed25519HDKD')])

/** The public key of a 32-byte seed, which is the private key at the same time. */
export function publicFromSeed(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed)
}

/** The seed one hard step below. Soft steps do not exist for this scheme. */
export function deriveHard(seed: Uint8Array, chainCode: Uint8Array): Uint8Array {
  const input = new Uint8Array(HDKD_DOMAIN.length + 64)
  input.set(HDKD_DOMAIN)
  input.set(seed, HDKD_DOMAIN.length)
  input.set(chainCode, HDKD_DOMAIN.length + 32)
  const next = blake2b256(input)
  input.fill(0)
  return next
}

/** Deterministic signature. */
export function sign(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed)
}

/** Whether the signature is the key's over the message; malformed input is simply not valid. */
export function verify(
  message: Uint8Array,
  proof: { readonly signature: Uint8Array; readonly publicKey: Uint8Array },
): boolean {
  try {
    // zip215 is off: nodes accept only canonical points.
    return ed25519.verify(proof.signature, message, proof.publicKey, { zip215: false })
  } catch {
    return false
  }
}
