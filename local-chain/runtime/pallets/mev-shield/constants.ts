/**
 * Numbers of MevShield; metadata shows none of them.
 *
 * Source: ../shared/spec/hyperparameters.md sections 3 and 5, node-rpc.md 5; subtensor `pallets/shield`.
 *
 * @module
 */

/** Longest ciphertext in bytes. */
export const CIPHERTEXT_MAX = 8_192
/** Longest key that can be named, and the length that a key has. */
export const KEY_MAX = 2_048
export const KEY_LENGTH = 1_184
/** Picoseconds that root may allow at most. */
export const ALLOWED_WEIGHT_MAX = 2_000_000_000_000n
/** Blocks in which a shielded extrinsic must be included. */
export const MORTALITY_MAX = 8
