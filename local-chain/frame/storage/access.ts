/**
 * Typed access to the storage of a state: what pallets read and write with. How iteration goes, see
 * `item-access.ts`.
 *
 * @module
 */
import { ItemAccess } from './item-access.ts'
import { Slot } from './slot.ts'

/** A single value. `Q` is what reading gives: `V`, or `V | undefined` for an optional one. */
export class ValueAccess<V, Q> extends ItemAccess {
  #slot = this.newSlot(this.prefix, [])

  protected override forget(): void {
    this.#slot = this.newSlot(this.prefix, [])
  }
  protected override slotOf(): Slot {
    return this.#slot
  }
  protected override *knownSlots(): Iterable<Slot> {
    yield this.#slot
  }

  get(): Q {
    return this.read(this.#slot) as Q
  }
  exists(): boolean {
    return this.has(this.#slot)
  }
  set(value: V): void {
    this.write(this.#slot, value)
  }
  remove(): void {
    this.erase(this.#slot)
  }
  /** Reads and removes. */
  take(): Q {
    const value = this.get()
    this.remove()
    return value
  }
}

/** A map of one key. */
export class MapAccess<K, V, Q> extends ItemAccess {
  readonly #slots = new Map<string | number | bigint, Slot>()

  protected override forget(): void {
    this.#slots.clear()
  }
  protected override knownSlots(): Iterable<Slot> {
    return this.#slots.values()
  }
  protected override slotOf(keys: readonly unknown[]): Slot {
    return this.#slot(keys[0] as K)
  }

  #slot(key: K): Slot {
    const spec = this.item.keys[0]
    const id = typeof key === 'object' ? spec?.mapKey(key) : (key as string | number | bigint)
    let slot = this.#slots.get(id as string)
    if (slot === undefined) {
      slot = this.newSlot(this.prefix + spec?.part(key), [key])
      this.#slots.set(id as string, slot)
    }
    return slot
  }

  get(key: K): Q {
    return this.read(this.#slot(key)) as Q
  }
  exists(key: K): boolean {
    return this.has(this.#slot(key))
  }
  set(key: K, value: V): void {
    this.write(this.#slot(key), value)
  }
  remove(key: K): void {
    this.erase(this.#slot(key))
  }
  take(key: K): Q {
    const value = this.get(key)
    this.remove(key)
    return value
  }
  /** Raw key of an entry, hex. */
  rawKey(key: K): string {
    return this.#slot(key).key
  }
  entries(): [K, V][] {
    return this.present(this.prefix).map((slot) => [slot.keys[0] as K, slot.value as V])
  }
  keys(): K[] {
    return this.present(this.prefix).map((slot) => slot.keys[0] as K)
  }
  values(): V[] {
    return this.present(this.prefix).map((slot) => slot.value as V)
  }
  /** Up to `limit` entries strictly after a raw key, with their raw keys. */
  entriesAfter(
    after: string | undefined,
    limit: number,
  ): { rawKey: string; keys: [K]; value: V }[] {
    return this.present(this.prefix, after, limit).map((slot) => ({
      rawKey: slot.key,
      keys: slot.keys as [K],
      value: slot.value as V,
    }))
  }
  clear(): number {
    return this.eraseAll(this.prefix)
  }
}

/** A map of two keys. */
export class DoubleMapAccess<K1, K2, V, Q> extends ItemAccess {
  readonly #slots = new Map<string | number | bigint, Map<string | number | bigint, Slot>>()

  protected override forget(): void {
    this.#slots.clear()
  }
  protected override *knownSlots(): Iterable<Slot> {
    for (const inner of this.#slots.values()) yield* inner.values()
  }
  protected override slotOf(keys: readonly unknown[]): Slot {
    return this.#slot(keys[0] as K1, keys[1] as K2)
  }

  #slot(key1: K1, key2: K2): Slot {
    const [spec1, spec2] = this.item.keys
    const id1 = typeof key1 === 'object' ? spec1?.mapKey(key1) : (key1 as string | number | bigint)
    const id2 = typeof key2 === 'object' ? spec2?.mapKey(key2) : (key2 as string | number | bigint)
    let inner = this.#slots.get(id1 as string)
    if (inner === undefined) {
      inner = new Map()
      this.#slots.set(id1 as string, inner)
    }
    let slot = inner.get(id2 as string)
    if (slot === undefined) {
      slot = this.newSlot(this.prefix + spec1?.part(key1) + spec2?.part(key2), [key1, key2])
      inner.set(id2 as string, slot)
    }
    return slot
  }

  #prefixOf(key1: K1): string {
    return this.prefix + this.item.keys[0]?.part(key1)
  }

  get(key1: K1, key2: K2): Q {
    return this.read(this.#slot(key1, key2)) as Q
  }
  exists(key1: K1, key2: K2): boolean {
    return this.has(this.#slot(key1, key2))
  }
  set(key1: K1, key2: K2, value: V): void {
    this.write(this.#slot(key1, key2), value)
  }
  remove(key1: K1, key2: K2): void {
    this.erase(this.#slot(key1, key2))
  }
  take(key1: K1, key2: K2): Q {
    const value = this.get(key1, key2)
    this.remove(key1, key2)
    return value
  }
  rawKey(key1: K1, key2: K2): string {
    return this.#slot(key1, key2).key
  }
  /** Entries under one first key, in raw order of the second. */
  entriesOf(key1: K1): [K2, V][] {
    return this.present(this.#prefixOf(key1)).map((slot) => [slot.keys[1] as K2, slot.value as V])
  }
  keysOf(key1: K1): K2[] {
    return this.present(this.#prefixOf(key1)).map((slot) => slot.keys[1] as K2)
  }
  entries(): [K1, K2, V][] {
    return this.present(this.prefix).map((slot) => [
      slot.keys[0] as K1,
      slot.keys[1] as K2,
      slot.value as V,
    ])
  }
  entriesAfter(
    after: string | undefined,
    limit: number,
  ): { rawKey: string; keys: [K1, K2]; value: V }[] {
    return this.present(this.prefix, after, limit).map((slot) => ({
      rawKey: slot.key,
      keys: slot.keys as [K1, K2],
      value: slot.value as V,
    }))
  }
  /** Removes all entries under one first key. */
  clearOf(key1: K1): number {
    return this.eraseAll(this.#prefixOf(key1))
  }
  clear(): number {
    return this.eraseAll(this.prefix)
  }
}

/** Slots by the ids of their keys, one map below the other. */
type Level = Map<string | number | bigint, Level | Slot>

function* slotsOf(level: Level): Generator<Slot> {
  for (const entry of level.values()) {
    if (entry instanceof Slot) yield entry
    else yield* slotsOf(entry)
  }
}

/** A map of three or more keys. */
export class NMapAccess<K extends readonly unknown[], V, Q> extends ItemAccess {
  // A level for each key: to find a slot by its raw key would mean to build that key every time.
  readonly #slots: Level = new Map()

  protected override forget(): void {
    this.#slots.clear()
  }
  protected override knownSlots(): Iterable<Slot> {
    return slotsOf(this.#slots)
  }
  protected override slotOf(keys: readonly unknown[]): Slot {
    const last = this.item.keys.length - 1
    let level = this.#slots
    for (let i = 0; i < last; i++) {
      const id = this.#idOf(i, keys[i])
      let next = level.get(id) as Level | undefined
      if (next === undefined) {
        next = new Map()
        level.set(id, next)
      }
      level = next
    }
    const id = this.#idOf(last, keys[last])
    let slot = level.get(id) as Slot | undefined
    if (slot === undefined) {
      slot = this.newSlot(this.#raw(keys), keys)
      level.set(id, slot)
    }
    return slot
  }

  #idOf(position: number, key: unknown): string | number | bigint {
    if (typeof key !== 'object') return key as string | number | bigint
    return this.item.keys[position]?.mapKey(key) as string | number | bigint
  }

  #raw(keys: readonly unknown[]): string {
    let raw = this.prefix
    for (let i = 0; i < keys.length; i++) raw += this.item.keys[i]?.part(keys[i])
    return raw
  }

  get(...keys: K): Q {
    return this.read(this.slotOf(keys)) as Q
  }
  exists(...keys: K): boolean {
    return this.has(this.slotOf(keys))
  }
  set(...keysAndValue: [...keys: K, value: V]): void {
    const value = keysAndValue.at(-1) as V
    this.write(this.slotOf(keysAndValue.slice(0, -1)), value)
  }
  remove(...keys: K): void {
    this.erase(this.slotOf(keys))
  }
  take(...keys: K): Q {
    const value = this.get(...keys)
    this.remove(...keys)
    return value
  }
  rawKey(...keys: K): string {
    return this.#raw(keys)
  }
  /** Entries under the first keys given, with all their keys. */
  entriesOf(...first: Partial<K> & readonly unknown[]): { keys: K; value: V }[] {
    return this.present(this.#raw(first)).map((slot) => ({
      keys: slot.keys as K,
      value: slot.value as V,
    }))
  }
  entriesAfter(after: string | undefined, limit: number): { rawKey: string; keys: K; value: V }[] {
    return this.present(this.prefix, after, limit).map((slot) => ({
      rawKey: slot.key,
      keys: slot.keys as K,
      value: slot.value as V,
    }))
  }
  /** Removes all entries under the first keys given. */
  clearOf(...first: Partial<K> & readonly unknown[]): number {
    return this.eraseAll(this.#raw(first))
  }
}
