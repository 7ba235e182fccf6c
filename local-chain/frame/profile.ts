/**
 * The two builds of the reference runtime: `mainnet`, and `fast` (cargo feature `fast-runtime`),
 * which shortens tempo, delays and rate limits. Defaults and constants may depend on it.
 *
 * @module
 */
export type ProfileName = 'mainnet' | 'fast'

/** A number that the chain declares, the same in both profiles or one for each. */
export type ByProfile<T> = T | ((profile: ProfileName) => T)

/** The value in force under a profile. Functions are never values themselves. */
export function inProfile<T>(value: ByProfile<T>, profile: ProfileName): T {
  return typeof value === 'function' ? (value as (profile: ProfileName) => T)(profile) : value
}
