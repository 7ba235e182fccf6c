/**
 * blake2b in WebAssembly. A module of its own, so that it is loaded only where it is asked for.
 *
 * @module
 */
import { createBLAKE2b } from 'hash-wasm'

type Hash = (data: Uint8Array) => Uint8Array

/** Two hashers, of 32 and of 16 bytes. */
export async function loadBlake2b(): Promise<{ readonly hash256: Hash; readonly hash128: Hash }> {
  const [wide, narrow] = await Promise.all([createBLAKE2b(256), createBLAKE2b(128)])
  return {
    hash256: (data) => wide.init().update(data).digest('binary'),
    hash128: (data) => narrow.init().update(data).digest('binary'),
  }
}
