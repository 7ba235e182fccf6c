/**
 * Numbers of Preimage; metadata shows none of them.
 *
 * Source: deposits in `../shared/vectors/traces` (deep-misc-*), limits of pallet_preimage.
 *
 * @module
 */

/** Longest preimage in bytes. */
export const SIZE_MAX = 4 * 1024 * 1024
/** Most hashes that one call brings up to date. */
export const ENSURE_UPDATED_MAX = 1_024

/** Rao held for a preimage, and for each of its bytes. */
export const DEPOSIT_BASE = 104_000_000n
export const DEPOSIT_PER_BYTE = 1_000_000n
