/**
 * Ties declared storage to a state: `bindStorage` gives each item the access that its shape allows.
 *
 * @module
 */
import { toPascalCase } from '../types/names.ts'
import { DoubleMapAccess, MapAccess, NMapAccess, ValueAccess } from './access.ts'
import type { AnyStorageItem, PalletStorage, StorageItem } from './declare.ts'
import { itemPrefix } from './hashers.ts'
import type { State } from './state.ts'

type AccessOf<I> =
  I extends StorageItem<infer K, infer V, infer Q>
    ? K extends []
      ? ValueAccess<V, Q>
      : K extends [infer K1]
        ? MapAccess<K1, V, Q>
        : K extends [infer K1, infer K2]
          ? DoubleMapAccess<K1, K2, V, Q>
          : NMapAccess<K, V, Q>
    : never

export type Bound<S extends PalletStorage> = { readonly [P in keyof S]: AccessOf<S[P]> }

/** The chain's name of an item. */
export function itemName(property: string, item: AnyStorageItem): string {
  return item.name ?? toPascalCase(property)
}

/** Accessors of one pallet's storage. `pallet` is the prefix that metadata gives. */
export function bindStorage<S extends PalletStorage>(
  state: State,
  pallet: string,
  storage: S,
): Bound<S> {
  const bound: Record<string, unknown> = {}
  for (const [property, item] of Object.entries(storage)) {
    const prefix = itemPrefix(pallet, itemName(property, item))
    bound[property] = access(state, item, prefix)
  }
  return bound as Bound<S>
}

function access(state: State, item: AnyStorageItem, prefix: string): unknown {
  switch (item.keys.length) {
    case 0:
      return new ValueAccess(state, item, prefix)
    case 1:
      return new MapAccess(state, item, prefix)
    case 2:
      return new DoubleMapAccess(state, item, prefix)
    default:
      return new NMapAccess(state, item, prefix)
  }
}
