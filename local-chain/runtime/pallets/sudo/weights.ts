/**
 * What the calls of Sudo cost by themselves.
 *
 * Source: declared weights in `../shared/vectors/traces`.
 *
 * @module
 */
export const SUDO_WEIGHT = { refTime: 32_939_000n, proofSize: 1_517n }
export const SUDO_AS_WEIGHT = { refTime: 32_870_000n, proofSize: 1_517n }
export const SET_KEY_WEIGHT = { refTime: 132_237_000n, proofSize: 1_517n }
export const REMOVE_KEY_WEIGHT = { refTime: 131_417_000n, proofSize: 1_517n }
