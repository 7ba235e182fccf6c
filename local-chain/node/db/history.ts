/**
 * Values of keys at past blocks: newest diff inside the block's segment, else the newest version
 * that an earlier segment sealed.
 *
 * Versions are written once per segment and key, not once per block and key. That keeps commits
 * cheap; the price is a lookup in the diffs of one segment, which an index makes logarithmic.
 *
 * @module
 */
import type { BlockDiff } from './block-diff.ts'
import { BoundedCache } from './bounded-cache.ts'
import { DIFF_CACHE_BYTES, INDEX_CACHE_COUNT, PAIRS_PER_STEP } from './limits.ts'
import { SegmentIndex } from './segment-index.ts'
import type { Segments } from './segments.ts'
import type { Tables } from './tables.ts'

export class History {
  readonly #tables: Tables
  readonly #segments: Segments
  readonly #diffs = new BoundedCache<number, BlockDiff>({
    count: Number.MAX_SAFE_INTEGER,
    bytes: DIFF_CACHE_BYTES / 2,
    weigh: (diff) => diff.bytes.length,
  })
  readonly #indexes = new Map<number, SegmentIndex>()

  constructor(tables: Tables, segments: Segments) {
    this.#tables = tables
    this.#segments = segments
  }

  /** Value of a key after a block: null where it was removed, undefined where it never was. */
  valueAt(id: number, number: number): Uint8Array | null | undefined {
    const segment = this.#segments.of(number)
    // The last block of a segment is sealed, so its state is in the versions as it stands.
    if (number === this.#segments.last(segment)) return this.#tables.version(id, segment)
    const change = this.#newestChange(id, number, segment)
    if (change === undefined) return this.#tables.version(id, segment - 1)
    const diff = this.diff(change)
    return diff?.valueAt(diff.indexOf(id))
  }

  diff(number: number): BlockDiff | undefined {
    const cached = this.#diffs.get(number)
    if (cached !== undefined) return cached
    const diff = this.#tables.diff(number)
    if (diff !== undefined) this.remember(number, diff)
    return diff
  }

  /** Keeps a diff at hand: fresh ones are read next, by subscribers and by the seal. */
  remember(number: number, diff: BlockDiff): void {
    this.#diffs.set(number, diff)
    this.#diffs.trim()
  }

  /** Writes the final value of each key that the segment changed. */
  seal(segment: number): void {
    const seen = new Set<number>()
    const first = this.#segments.first(segment)
    for (let number = this.#segments.last(segment); number >= first; number--) {
      const diff = this.diff(number)
      if (diff === undefined) continue
      for (const [index, id] of diff.ids.entries()) {
        if (seen.has(id)) continue
        seen.add(id)
        this.#tables.putVersion(id, segment, diff.valueAt(index))
      }
    }
  }

  /** Drops a segment's diffs and every version that its own versions replaced. */
  drop(segment: number): void {
    const ids = new Set<number>()
    const last = this.#segments.last(segment)
    for (let number = this.#segments.first(segment); number <= last; number++) {
      for (const id of this.diff(number)?.ids ?? []) ids.add(id)
      this.#tables.dropDiff(number)
      this.#diffs.delete(number)
    }
    for (const id of ids) {
      this.#tables.dropVersionsBelow(id, segment)
      if (this.#tables.version(id, segment) !== null) continue
      // Absent before everything that is left: no version says the same as a removed one.
      this.#tables.dropVersion(id, segment)
      this.#tables.forget(id, last)
    }
    this.#indexes.delete(segment)
  }

  /** Forgets all that was read, after a transaction that did not happen. */
  clear(): void {
    this.#diffs.clear()
    this.#indexes.clear()
  }

  #newestChange(id: number, number: number, segment: number): number | undefined {
    const index = this.#index(segment)
    const tail = Math.max(0, number - index.next + 1)
    // Walking is paid per read, indexing once: it pays when the walks so far have cost as much.
    index.walked += tail
    const pairs = index.size + tail * (this.diff(number)?.ids.length ?? 0)
    if (tail > 0 && index.walked * PAIRS_PER_STEP > pairs) this.#extend(index, number)
    for (let at = number; at >= index.next; at--) {
      const diff = this.diff(at)
      if (diff !== undefined && diff.indexOf(id) >= 0) return at
    }
    return index.newest(id, number)
  }

  #index(segment: number): SegmentIndex {
    const known = this.#indexes.get(segment)
    if (known !== undefined) return known
    const index = new SegmentIndex(this.#segments.first(segment), this.#segments.length)
    for (const oldest of this.#indexes.keys()) {
      if (this.#indexes.size < INDEX_CACHE_COUNT) break
      this.#indexes.delete(oldest)
    }
    this.#indexes.set(segment, index)
    return index
  }

  #extend(index: SegmentIndex, to: number): void {
    const diffs: BlockDiff[] = []
    for (let number = index.next; number <= to; number++) {
      const diff = this.diff(number)
      if (diff === undefined) return
      diffs.push(diff)
    }
    index.extend(diffs)
  }
}
