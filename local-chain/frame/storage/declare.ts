/**
 * Declarations of storage items. A pallet's storage is a record of these; its keys are the items'
 * names with a small first letter.
 *
 * `default` makes an item a ValueQuery: reading an absent key gives the default. Without it the item
 * is an OptionQuery: reading an absent key gives `undefined`.
 *
 * @module
 */
import type { ByProfile } from '../profile.ts'
import type { AnyType, Type } from '../types/type.ts'
import type { AnyKeySpec, KeySpec } from './hashers.ts'

interface ItemOptions {
  /** The chain's spelling, where it is not the property's with a capital first letter. */
  readonly name?: string
  readonly docs?: string
}

export interface StorageItem<K extends readonly unknown[], V, Q extends V | undefined> {
  readonly keys: { readonly [I in keyof K]: KeySpec<K[I]> }
  readonly type: Type<V>
  readonly default: ByProfile<V> | undefined
  readonly optional: boolean
  readonly name?: string
  readonly docs: string
  /** Carries the query type only. */
  readonly query?: Q
}

export interface AnyStorageItem {
  readonly keys: readonly AnyKeySpec[]
  readonly type: AnyType
  readonly default: unknown
  readonly optional: boolean
  readonly name?: string
  readonly docs: string
}

type Value<V> = StorageItem<[], V, V>
type OptionalValue<V> = StorageItem<[], V, V | undefined>

function item<K extends readonly unknown[], V, Q extends V | undefined>(
  keys: { readonly [I in keyof K]: KeySpec<K[I]> },
  type: Type<V>,
  query: { readonly default: ByProfile<V> } | 'optional',
  options: ItemOptions = {},
): StorageItem<K, V, Q> {
  return {
    keys,
    type,
    default: query === 'optional' ? undefined : query.default,
    optional: query === 'optional',
    docs: options.docs ?? '',
    ...(options.name === undefined ? {} : { name: options.name }),
  }
}

/** A single value with a default. */
export function value<V>(type: Type<V>, fallback: ByProfile<V>, options?: ItemOptions): Value<V> {
  return item([], type, { default: fallback }, options)
}

/** A single value that may be absent. */
export function optionalValue<V>(type: Type<V>, options?: ItemOptions): OptionalValue<V> {
  return item([], type, 'optional', options)
}

/** A map with a default. */
export function map<K, V>(
  key: KeySpec<K>,
  type: Type<V>,
  fallback: ByProfile<V>,
  options?: ItemOptions,
): StorageItem<[K], V, V> {
  return item([key], type, { default: fallback }, options)
}

/** A map whose entries may be absent. */
export function optionalMap<K, V>(
  key: KeySpec<K>,
  type: Type<V>,
  options?: ItemOptions,
): StorageItem<[K], V, V | undefined> {
  return item([key], type, 'optional', options)
}

/** A map of two keys with a default. */
export function doubleMap<K1, K2, V>(
  key1: KeySpec<K1>,
  key2: KeySpec<K2>,
  type: Type<V>,
  fallback: ByProfile<V>,
  options?: ItemOptions,
): StorageItem<[K1, K2], V, V> {
  return item([key1, key2], type, { default: fallback }, options)
}

/** A map of two keys whose entries may be absent. */
export function optionalDoubleMap<K1, K2, V>(
  key1: KeySpec<K1>,
  key2: KeySpec<K2>,
  type: Type<V>,
  options?: ItemOptions,
): StorageItem<[K1, K2], V, V | undefined> {
  return item([key1, key2], type, 'optional', options)
}

/** A map of any number of keys with a default. */
export function nMap<K extends readonly unknown[], V>(
  keys: { readonly [I in keyof K]: KeySpec<K[I]> },
  type: Type<V>,
  fallback: ByProfile<V>,
  options?: ItemOptions,
): StorageItem<K, V, V> {
  return item(keys, type, { default: fallback }, options)
}

/** A map of any number of keys whose entries may be absent. */
export function optionalNMap<K extends readonly unknown[], V>(
  keys: { readonly [I in keyof K]: KeySpec<K[I]> },
  type: Type<V>,
  options?: ItemOptions,
): StorageItem<K, V, V | undefined> {
  return item(keys, type, 'optional', options)
}

/** The storage of one pallet. */
export interface PalletStorage {
  readonly [property: string]: AnyStorageItem
}
