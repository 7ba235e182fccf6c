/**
 * What the calls of SafeMode cost.
 *
 * Source: pallet_safe_mode as measured there, with the chain's costs of database access; no recording shows
 * them.
 *
 * @module
 */
export const ENTER_WEIGHT = { refTime: 403_290_000n, proofSize: 3_802n }
export const FORCE_ENTER_WEIGHT = { refTime: 133_818_000n, proofSize: 1_489n }
export const EXTEND_WEIGHT = { refTime: 404_027_000n, proofSize: 3_802n }
export const FORCE_EXTEND_WEIGHT = { refTime: 135_066_000n, proofSize: 1_489n }
export const FORCE_EXIT_WEIGHT = { refTime: 134_766_000n, proofSize: 1_489n }
export const FORCE_SLASH_DEPOSIT_WEIGHT = { refTime: 285_510_000n, proofSize: 3_802n }
export const RELEASE_DEPOSIT_WEIGHT = { refTime: 320_648_000n, proofSize: 3_802n }
export const FORCE_RELEASE_DEPOSIT_WEIGHT = { refTime: 293_363_000n, proofSize: 3_802n }
