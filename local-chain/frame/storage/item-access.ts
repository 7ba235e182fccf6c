/**
 * What access to any storage item rests on: its slots in raw key order, reading and writing them.
 *
 * Iteration is in raw key order, like the chain's, over the entries as they were when it began, so a
 * loop may write to the map it walks.
 *
 * @module
 */
import { hexToBytes } from '../../../src/primitives/hex.ts'
import { inProfile } from '../profile.ts'
import { ScaleReader } from '../scale/reader.ts'
import type { AnyStorageItem } from './declare.ts'
import { digestDigits } from './hashers.ts'
import { Slot } from './slot.ts'
import type { State } from './state.ts'

/** What all kinds of items share: slots by raw key order, reading, writing. */
export abstract class ItemAccess {
  readonly item: AnyStorageItem
  /** Raw key prefix of the item in hex. */
  readonly prefix: string
  protected readonly state: State
  readonly #fallback: unknown
  #index: Slot[] | undefined

  constructor(state: State, item: AnyStorageItem, prefix: string) {
    this.state = state
    this.item = item
    this.prefix = prefix
    this.#fallback = item.optional ? undefined : inProfile(item.default, state.profile)
    state.onReset(() => {
      this.#index = undefined
      this.forget()
    })
  }

  /** Drops the item's slots. */
  protected abstract forget(): void
  /** The slot of a raw key, made when new. */
  protected abstract slotOf(keys: readonly unknown[]): Slot

  protected newSlot(key: string, keys: readonly unknown[]): Slot {
    this.state.noteSlot()
    return new Slot(key, keys)
  }

  protected read(slot: Slot): unknown {
    if (!slot.loaded) this.state.load(slot, this.item.type)
    return slot.present ? slot.value : this.#fallback
  }

  protected has(slot: Slot): boolean {
    if (!slot.loaded) this.state.load(slot, this.item.type)
    return slot.present
  }

  protected write(slot: Slot, value: unknown): void {
    this.state.write(slot, this.item.type, true, value)
    if (this.#index !== undefined && !slot.indexed) this.#insert(this.#index, slot)
  }

  protected erase(slot: Slot): void {
    if (this.has(slot)) this.state.write(slot, this.item.type, false, undefined)
  }

  /** Slots of present entries whose raw key begins with `prefix`, in raw key order. */
  protected present(prefix: string, after?: string, limit = Number.POSITIVE_INFINITY): Slot[] {
    const index = this.#ordered()
    const found: Slot[] = []
    let at = lowerBound(index, after === undefined || after < prefix ? prefix : after)
    for (; at < index.length && found.length < limit; at++) {
      const slot = index[at] as Slot
      if (!slot.key.startsWith(prefix)) break
      if (slot.key === after) continue
      if (this.has(slot)) found.push(slot)
    }
    return found
  }

  protected eraseAll(prefix: string): number {
    const slots = this.present(prefix)
    for (const slot of slots) this.erase(slot)
    return slots.length
  }

  #ordered(): Slot[] {
    if (this.#index !== undefined) return this.#index
    const index: Slot[] = []
    for (const key of this.state.reader.keys(this.prefix)) {
      const slot = this.slotOf(this.#keysOf(key))
      slot.indexed = true
      index.push(slot)
    }
    this.#index = index
    // Entries made since the last commit are not in the store yet.
    for (const slot of this.knownSlots()) {
      if (!slot.indexed && slot.present) this.#insert(index, slot)
    }
    return index
  }

  protected abstract knownSlots(): Iterable<Slot>

  #insert(index: Slot[], slot: Slot): void {
    slot.indexed = true
    index.splice(lowerBound(index, slot.key), 0, slot)
  }

  #keysOf(raw: string): unknown[] {
    const reader = new ScaleReader(hexToBytes(raw.slice(this.prefix.length)))
    return this.item.keys.map((spec) => {
      reader.raw(digestDigits(spec) / 2)
      return spec.type.read(reader)
    })
  }
}

function lowerBound(slots: readonly Slot[], key: string): number {
  let low = 0
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((slots[middle] as Slot).key < key) low = middle + 1
    else high = middle
  }
  return low
}
