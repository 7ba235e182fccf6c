/**
 * One storage entry in memory: its raw key, its value as the runtime sees it, and what the last
 * committed block left, so that a block's diff is found without reading anything again.
 *
 * Values are never changed in place. A new value replaces the old one, which is what makes undoing a
 * failed call a matter of putting the old reference back.
 *
 * @module
 */
export class Slot {
  /** Raw key in hex. */
  readonly key: string
  /** The logical keys, in order. */
  readonly keys: readonly unknown[]
  /** Whether `present` and `value` are what the state holds. */
  loaded = false
  present = false
  value: unknown = undefined
  committedPresent = false
  committedValue: unknown = undefined
  dirty = false
  /** Whether the item's ordered list of slots holds this one. */
  indexed = false

  constructor(key: string, keys: readonly unknown[]) {
    this.key = key
    this.keys = keys
  }
}
