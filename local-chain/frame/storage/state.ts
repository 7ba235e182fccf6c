/**
 * The state a block runs on: decoded values over an encoded store, with nested storage
 * transactions.
 *
 * Reads decode once and stay decoded. Writes go to memory, and `takeDiff` encodes what a block
 * changed. A transaction is a mark in an undo log: dropping it puts the old references back, so a
 * call that fails leaves the state exactly as it was.
 *
 * @module
 */
import type { CallTable } from '../call-table.ts'
import type { ProfileName } from '../profile.ts'
import type { StateReader } from '../state-reader.ts'
import { type AnyType, decodePrefix, encode } from '../types/type.ts'
import type { Slot } from './slot.ts'

/** A changed key with its new bytes, or null where the key is gone. */
export type DiffEntry = [key: string, value: Uint8Array | null]

interface Undo {
  readonly slot: Slot
  readonly present: boolean
  readonly value: unknown
}

/** Something besides storage that a dropped transaction must undo: the events of the block. */
export interface Rewindable {
  mark(): number
  rewind(mark: number): void
}

export class State {
  readonly profile: ProfileName
  readonly calls: CallTable
  #reader: StateReader
  readonly #undo: Undo[] = []
  readonly #dirty: { slot: Slot; type: AnyType }[] = []
  readonly #resets: (() => void)[] = []
  #depth = 0
  #slots = 0
  #rewindable: Rewindable | undefined

  constructor(options: { reader: StateReader; profile: ProfileName; calls: CallTable }) {
    this.#reader = options.reader
    this.profile = options.profile
    this.calls = options.calls
  }

  get reader(): StateReader {
    return this.#reader
  }

  /** Entries held in memory. */
  get size(): number {
    return this.#slots
  }

  /** Whether a storage transaction is open. */
  get inTransaction(): boolean {
    return this.#depth > 0
  }

  /** Ties the block's events to the storage transactions. */
  follow(rewindable: Rewindable): void {
    this.#rewindable = rewindable
  }

  /**
   * Runs `body` in a storage transaction. When it throws, everything that it wrote is undone and the
   * error goes on.
   */
  transaction<T>(body: () => T): T {
    const undoMark = this.#undo.length
    const rewindMark = this.#rewindable?.mark() ?? 0
    this.#depth++
    try {
      return body()
    } catch (error) {
      this.#rollback(undoMark)
      this.#rewindable?.rewind(rewindMark)
      throw error
    } finally {
      this.#depth--
      if (this.#depth === 0) this.#undo.length = 0
    }
  }

  /** Runs `body` and undoes all that it wrote, whatever its outcome: dry runs and runtime APIs. */
  discard<T>(body: () => T): T {
    const outcome: { value?: T } = {}
    const dropped = new Error('dropped')
    try {
      this.transaction(() => {
        outcome.value = body()
        throw dropped
      })
    } catch (error) {
      if (error !== dropped) throw error
    }
    return outcome.value as T
  }

  /**
   * What changed since the last call, in the order of first change, and makes it the state that the
   * next diff is taken against. Not allowed inside a transaction.
   */
  takeDiff(): DiffEntry[] {
    if (this.#depth > 0) throw new Error('a storage transaction is open')
    const diff: DiffEntry[] = []
    for (const { slot, type } of this.#dirty) {
      slot.dirty = false
      if (slot.present !== slot.committedPresent) {
        diff.push([slot.key, slot.present ? encode(type, slot.value) : null])
      } else if (slot.present && slot.value !== slot.committedValue) {
        const bytes = encode(type, slot.value)
        // Unequal primitives encode differently; only structures may be equal under other identities.
        const differs =
          typeof slot.value !== 'object' || !equal(bytes, encode(type, slot.committedValue))
        if (differs) diff.push([slot.key, bytes])
      }
      slot.committedPresent = slot.present
      slot.committedValue = slot.value
    }
    this.#dirty.length = 0
    return diff
  }

  /** Forgets every decoded value and goes on over another store: after eviction or a jump. */
  reset(reader: StateReader): void {
    if (this.#depth > 0) throw new Error('a storage transaction is open')
    if (this.#dirty.length > 0) throw new Error('changes were not taken')
    this.#reader = reader
    this.#slots = 0
    for (const reset of this.#resets) reset()
  }

  /** For accessors: called once each, so that `reset` reaches their caches. */
  onReset(reset: () => void): void {
    this.#resets.push(reset)
  }

  noteSlot(): void {
    this.#slots++
  }

  load(slot: Slot, type: AnyType): void {
    const bytes = this.#reader.get(slot.key)
    slot.loaded = true
    slot.present = bytes !== undefined
    slot.value = bytes === undefined ? undefined : decodePrefix(type, bytes, this.calls)
    slot.committedPresent = slot.present
    slot.committedValue = slot.value
  }

  write(slot: Slot, type: AnyType, present: boolean, value: unknown): void {
    if (!slot.loaded) this.load(slot, type)
    if (this.#depth > 0) {
      this.#undo.push({ slot, present: slot.present, value: slot.value })
    }
    slot.present = present
    slot.value = value
    if (!slot.dirty) {
      slot.dirty = true
      this.#dirty.push({ slot, type })
    }
  }

  #rollback(mark: number): void {
    for (let i = this.#undo.length - 1; i >= mark; i--) {
      const undo = this.#undo[i] as Undo
      undo.slot.present = undo.present
      undo.slot.value = undo.value
    }
    this.#undo.length = mark
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
