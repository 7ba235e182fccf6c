/**
 * The hashes of storage keys and identifiers: blake2b of 16 and 32 bytes, twox of 8, 16 and 32.
 *
 * @module
 */
import { blake2b } from '@noble/hashes/blake2.js'
import { bytesToHex } from './hex.ts'
import { xxhash64Into } from './xxhash64.ts'

const BLAKE2_256 = { dkLen: 32 }
const BLAKE2_128 = { dkLen: 16 }
const utf8 = new TextEncoder()

type Hash = (data: Uint8Array) => Uint8Array

let hash256: Hash = (data) => blake2b(data, BLAKE2_256)
let hash128: Hash = (data) => blake2b(data, BLAKE2_128)

/**
 * Loads blake2b in WebAssembly, for those who hash all the time. It takes a microsecond for a short
 * input; JavaScript takes five, and two hundred in a large bundle. Without it hashes are the same.
 */
export async function prepareHashes(): Promise<void> {
  const { loadBlake2b } = await import('./blake2b-wasm.ts')
  const loaded = await loadBlake2b()
  hash256 = loaded.hash256
  hash128 = loaded.hash128
}

/** blake2b with 32 bytes of output. */
export function blake2b256(data: Uint8Array): Uint8Array {
  return hash256(data)
}

/** blake2b with 16 bytes of output (not a prefix of the longer one). */
export function blake2b128(data: Uint8Array): Uint8Array {
  return hash128(data)
}

/** xxHash64 with seed 0. */
export function twox64(data: Uint8Array | string): Uint8Array {
  return twox(data, 1)
}

/** xxHash64 with seeds 0 and 1, joined. */
export function twox128(data: Uint8Array | string): Uint8Array {
  return twox(data, 2)
}

/** xxHash64 with seeds 0 to 3, joined. */
export function twox256(data: Uint8Array | string): Uint8Array {
  return twox(data, 4)
}

export function blake2b256Hex(data: Uint8Array): string {
  return bytesToHex(blake2b256(data))
}

export function blake2b128Hex(data: Uint8Array): string {
  return bytesToHex(blake2b128(data))
}

export function twox64Hex(data: Uint8Array | string): string {
  return bytesToHex(twox64(data))
}

export function twox128Hex(data: Uint8Array | string): string {
  return bytesToHex(twox128(data))
}

/** Storage hasher `Blake2_128Concat`: the hash, then the key itself, in hex. */
export function blake2b128ConcatHex(key: Uint8Array): string {
  return blake2b128Hex(key) + bytesToHex(key)
}

/** Storage hasher `Twox64Concat`: the hash, then the key itself, in hex. */
export function twox64ConcatHex(key: Uint8Array): string {
  return twox64Hex(key) + bytesToHex(key)
}

/** The 32 bytes, in hex, that every key of a storage item begins with. */
export function storagePrefixHex(names: {
  readonly pallet: string
  readonly item: string
}): string {
  return twox128Hex(names.pallet) + twox128Hex(names.item)
}

/** Texts are hashed as UTF-8. */
function twox(data: Uint8Array | string, words: number): Uint8Array {
  const bytes = typeof data === 'string' ? utf8.encode(data) : data
  const out = new Uint8Array(words * 8)
  for (let seed = 0; seed < words; seed += 1) xxhash64Into(bytes, seed, { out, at: seed * 8 })
  return out
}
