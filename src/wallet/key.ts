/**
 * A key in memory: what a key file holds, in one shape for both kinds of key.
 *
 * @module
 */
import { type AccountId, accountId } from '../primitives/account-id.ts'
import { bytesToHex } from '../primitives/hex.ts'
import { ss58Encode } from '../primitives/ss58.ts'

/** Signature scheme. The chain knows both; key files of bittensor-wallet 4.0 know sr25519 only. */
export type CryptoType = 'sr25519' | 'ed25519'

/**
 * Numbers of the schemes, as key files write them; the chain's `MultiSignature` has the same
 * order.
 */
export const CRYPTO_TYPE_NUMBER: Readonly<Record<CryptoType, 0 | 1>> = { ed25519: 0, sr25519: 1 }

/** The public half. */
export interface PublicKey {
  readonly cryptoType: CryptoType
  readonly accountId: AccountId
  readonly publicKey: Uint8Array
  /** SS58; prefix 42 unless it was read from a file with another one. */
  readonly address: string
}

/** A key that can sign, with whatever is known about where it came from. */
export interface SecretKey extends PublicKey {
  /**
   * sr25519: 64 bytes, canonical scalar (little endian) then nonce, the form of key files, whose
   * scalar is an eighth of the one polkadot-js keeps. ed25519: the 32-byte seed.
   */
  readonly privateKey: Uint8Array
  /** The phrase exactly as given; absent for keys made from a seed, private key, URI or keystore. */
  readonly mnemonic?: string
  /** 32 bytes; known for keys made from a phrase or a seed. */
  readonly seed?: Uint8Array
}

/** Either half. */
export type Key = PublicKey | SecretKey

/** Whether the key can sign. */
export function isSecretKey(key: Key): key is SecretKey {
  return 'privateKey' in key
}

/** The public half alone, for places that must not see the other. */
export function publicHalf({ cryptoType, accountId, publicKey, address }: PublicKey): PublicKey {
  return { cryptoType, accountId, publicKey, address }
}

/** The public half of 32 bytes. Whether they are a point of the curve is not checked. */
export function publicKeyOf(cryptoType: CryptoType, publicKey: Uint8Array): PublicKey {
  const account = accountId(bytesToHex(publicKey))
  return { cryptoType, accountId: account, publicKey, address: ss58Encode(account) }
}
