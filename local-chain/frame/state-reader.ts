/**
 * What the runtime needs from a state store: encoded values by raw key, and ordered keys.
 *
 * @module
 */

/** Encoded state, read by raw key. Keys are lower-case hex without 0x; values are SCALE bytes. */
export interface StateReader {
  get(key: string): Uint8Array | undefined
  /** Present keys that begin with `prefix`, strictly after `after` when given, in byte order. */
  keys(prefix: string, after?: string): Iterable<string>
}
