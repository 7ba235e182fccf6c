/**
 * Storage hashers: how a map's keys become raw keys, and back where the hasher keeps the key.
 *
 * @module
 */
import { blake2b128, blake2b256, twox64, twox128, twox256 } from '../../../src/primitives/hash.ts'
import { bytesToHex } from '../../../src/primitives/hex.ts'
import { encode, type Type } from '../types/type.ts'

/** As metadata names them. */
export type HasherName =
  | 'Blake2128'
  | 'Blake2256'
  | 'Blake2128Concat'
  | 'Twox128'
  | 'Twox256'
  | 'Twox64Concat'
  | 'Identity'

/** Hex digits that a hasher puts before the key itself; `undefined` where the key is lost. */
const PREFIX_DIGITS: Record<HasherName, number | undefined> = {
  Blake2128: undefined,
  Blake2256: undefined,
  Blake2128Concat: 32,
  Twox128: undefined,
  Twox256: undefined,
  Twox64Concat: 16,
  Identity: 0,
}

const DIGEST: Record<Exclude<HasherName, 'Identity'>, (bytes: Uint8Array) => Uint8Array> = {
  Blake2128: blake2b128,
  Blake2256: blake2b256,
  Blake2128Concat: blake2b128,
  Twox128: twox128,
  Twox256: twox256,
  Twox64Concat: twox64,
}

/** Most raw key parts remembered per map key; a full memory starts over. */
const MEMORY_MAX = 200_000

/** One key of a map: its type, its hasher, and the raw parts computed so far. */
export interface KeySpec<K> {
  readonly type: Type<K>
  readonly hasher: HasherName
  /** Raw key part in hex. */
  part(key: K): string
  /** What a JS map can compare by value. */
  mapKey(key: K): string | number | bigint
}

// biome-ignore lint/suspicious/noExplicitAny: as AnyType
export type AnyKeySpec = KeySpec<any>

function key<K>(hasher: HasherName, type: Type<K>): KeySpec<K> {
  const memory = new Map<string | number | bigint, string>()
  const encodedAsHex = (value: K) => bytesToHex(encode(type, value))
  const mapKey = (value: K): string | number | bigint =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
      ? value
      : encodedAsHex(value)
  return {
    type,
    hasher,
    mapKey,
    part(value) {
      const id = mapKey(value)
      const known = memory.get(id)
      if (known !== undefined) return known
      const bytes = encode(type, value)
      const hex = bytesToHex(bytes)
      const digest = hasher === 'Identity' ? '' : bytesToHex(DIGEST[hasher](bytes))
      const made = PREFIX_DIGITS[hasher] === undefined ? digest : digest + hex
      if (memory.size >= MEMORY_MAX) memory.clear()
      memory.set(id, made)
      return made
    },
  }
}

export const identity = <K>(type: Type<K>): KeySpec<K> => key('Identity', type)
export const blake2Concat = <K>(type: Type<K>): KeySpec<K> => key('Blake2128Concat', type)
export const twoxConcat = <K>(type: Type<K>): KeySpec<K> => key('Twox64Concat', type)

/** Hex digits of the digest that stand before the key in the raw key. */
export function digestDigits(spec: AnyKeySpec): number {
  const digits = PREFIX_DIGITS[spec.hasher]
  if (digits === undefined) throw new Error(`${spec.hasher} does not keep its key`)
  return digits
}

/** The 32-byte prefix of a storage item. */
export function itemPrefix(pallet: string, item: string): string {
  const utf8 = new TextEncoder()
  return bytesToHex(twox128(utf8.encode(pallet))) + bytesToHex(twox128(utf8.encode(item)))
}
