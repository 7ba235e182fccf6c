/**
 * Which blocks of one segment changed a key: all (key id, block) pairs in one sorted array.
 *
 * @module
 */
import type { BlockDiff } from './block-diff.ts'

export class SegmentIndex {
  /** First block of the segment. */
  readonly first: number
  /** The next block to be added; all before it are in the index. */
  next: number
  /** Diffs searched one by one since the last extension, for want of an index over them. */
  walked = 0
  readonly #span: number
  #pairs = new Float64Array(0)

  constructor(first: number, span: number) {
    this.first = first
    this.next = first
    this.#span = span
  }

  /** How many pairs the index holds. */
  get size(): number {
    return this.#pairs.length
  }

  /** Adds the diffs of the blocks that follow those already in. */
  extend(diffs: readonly BlockDiff[]): void {
    let count = this.#pairs.length
    for (const diff of diffs) count += diff.ids.length
    const pairs = new Float64Array(count)
    pairs.set(this.#pairs)
    let at = this.#pairs.length
    for (const diff of diffs) {
      const offset = this.next - this.first
      for (const id of diff.ids) pairs[at++] = id * this.#span + offset
      this.next++
    }
    this.#pairs = pairs.sort()
    this.walked = 0
  }

  /** The newest block at or below `number` that changed the key. */
  newest(id: number, number: number): number | undefined {
    const floor = id * this.#span
    const wanted = floor + Math.min(number - this.first, this.#span - 1)
    const pairs = this.#pairs
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[middle] ?? 0) <= wanted) low = middle + 1
      else high = middle
    }
    const found = low === 0 ? -1 : (pairs[low - 1] ?? -1)
    return found < floor ? undefined : this.first + (found - floor)
  }
}
