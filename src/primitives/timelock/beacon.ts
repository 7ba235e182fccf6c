/**
 * Rounds of a drand beacon, scheme `bls-unchained-g1-rfc9380`: what is signed for a round, signing it,
 * and verifying the signature.
 *
 * Source: ../shared/spec/drand-timelock.md sections 1 and 8.
 *
 * @module
 */
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'

const { G1, G2, fields, pairing } = bls12_381
const { Fp12, Fr } = fields

/** A point of G1, where signatures are. */
export type G1Point = InstanceType<typeof G1.Point>
/** A point of G2, where public keys are. */
export type G2Point = InstanceType<typeof G2.Point>
export type PairingValue = typeof Fp12.ONE

export const SIGNATURE_SIZE = 48
export const PUBLIC_KEY_SIZE = 96

const HASH_TO_CURVE = { DST: 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_' }

/** The digest that stands for a round. */
export function roundIdentity(round: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, round)
  return sha256(bytes)
}

/** The point that the beacon signs for a round. */
export function roundPoint(round: bigint): G1Point {
  return G1.hashToCurve(roundIdentity(round), HASH_TO_CURVE) as G1Point
}

/**
 * Parses a compressed point of G1; bytes behind the first 48 are ignored.
 *
 * @returns undefined where the bytes are no point of the right group
 */
export function parseSignature(bytes: Uint8Array): G1Point | undefined {
  try {
    // Refuses points outside the prime-order subgroup too.
    return G1.Point.fromBytes(bytes.slice(0, SIGNATURE_SIZE))
  } catch {
    return undefined
  }
}

/** Parses a compressed point of G2 as `parseSignature` does for G1. */
export function parsePublicKey(bytes: Uint8Array): G2Point | undefined {
  try {
    return G2.Point.fromBytes(bytes.slice(0, PUBLIC_KEY_SIZE))
  } catch {
    return undefined
  }
}

/** The pairing, also of points at infinity. */
export function pair(g1: G1Point, g2: G2Point): PairingValue {
  if (g1.is0() || g2.is0()) return Fp12.ONE
  return pairing(g1, g2)
}

/** Whether a beacon signed a round. About 75 ms. */
export function isRoundSigned(beacon: {
  readonly publicKey: G2Point
  readonly round: bigint
  readonly signature: G1Point
}): boolean {
  const { publicKey, round, signature } = beacon
  return Fp12.eql(pair(signature, G2.Point.BASE), pair(roundPoint(round), publicKey))
}

/** A beacon's secret: any seed gives one. @throws RangeError  the seed's digest is 0 in the field */
export function beaconSecret(seed: string): bigint {
  const secret = Fr.create(bigEndian(sha256(new TextEncoder().encode(seed))))
  if (secret === 0n) throw new RangeError('this seed gives no beacon; take another')
  return secret
}

/** The 96 bytes with which everyone verifies a beacon. */
export function beaconPublicKey(secret: bigint): Uint8Array {
  return G2.Point.BASE.multiply(secret).toBytes()
}

/** A beacon's 48 bytes for a round. About 18 ms. */
export function signRound(secret: bigint, round: bigint): Uint8Array {
  return roundPoint(round).multiply(secret).toBytes()
}

/** The 32 random bytes that a round is drawn from. */
export function roundRandomness(signature: Uint8Array): Uint8Array {
  return sha256(signature)
}

export function bigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
}
