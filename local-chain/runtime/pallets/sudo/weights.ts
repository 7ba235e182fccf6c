/**
 * What the calls of Sudo cost by themselves.
 *
 * Source: declared weights in `../shared/vectors/traces`.
 *
 * @module
 */
export const SUDO_WEIGHT = { refTime: 0n, proofSize: 0n }
export const SUDO_AS_WEIGHT = { refTime: 0n, proofSize: 0n }
export const SET_KEY_WEIGHT = { refTime: 0n, proofSize: 0n }
export const REMOVE_KEY_WEIGHT = { refTime: 0n, proofSize: 0n }
