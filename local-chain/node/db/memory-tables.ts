/**
 * The tables as plain maps. Past values stay packed in the diffs of their blocks, so a long
 * history costs bytes, not objects.
 *
 * @module
 */
import { BlockDiff } from './block-diff.ts'
import { inPages, mergeRows } from './key-pages.ts'
import { SortedKeys } from './sorted-keys.ts'
import type { KeyEntry, Pointers, StoredBlock, Tables } from './tables.ts'

type Version = [segment: number, value: Uint8Array | null]

export class MemoryTables implements Tables {
  readonly readOnly = false
  #pointers: Pointers | undefined
  readonly #meta = new Map<string, string>()
  readonly #entries = new Map<string, KeyEntry>()
  readonly #keys = new Map<number, string>()
  readonly #diffs = new Map<number, Uint8Array>()
  readonly #versions = new Map<number, Version[]>()
  readonly #blocks = new Map<number, StoredBlock>()
  readonly #numbers = new Map<string, number>()
  /** Built when keys are first listed: many chains never ask. */
  #live: SortedKeys | undefined
  #dead: SortedKeys | undefined
  /** Diff of the first block: it is also what segment 0 seals, so no versions repeat it. */
  #first: BlockDiff | undefined

  atomically(write: () => void): void {
    // Whatever can be refused is refused before the first table is written; entries are reverted.
    write()
  }

  pointers(): Pointers | undefined {
    return this.#pointers
  }

  putPointers(pointers: Pointers): void {
    this.#pointers = pointers
  }

  meta(key: string): string | undefined {
    return this.#meta.get(key)
  }

  putMeta(key: string, text: string | null): void {
    if (text === null) this.#meta.delete(key)
    else this.#meta.set(key, text)
  }

  latest(key: string): Uint8Array | undefined {
    return this.#entries.get(key)?.value
  }

  entry(key: string): KeyEntry | undefined {
    return this.#entries.get(key)
  }

  create(key: string, id: number): KeyEntry {
    const entry: KeyEntry = {
      key,
      id,
      value: undefined,
      stored: undefined,
      removedAt: 0,
      stamp: 0,
    }
    this.#entries.set(key, entry)
    this.#keys.set(id, key)
    return entry
  }

  idOf(key: string): number | undefined {
    return this.#entries.get(key)?.id
  }

  keyOf(id: number): string {
    return this.#keys.get(id) ?? ''
  }

  flush(entries: readonly KeyEntry[]): void {
    // The entries are the table; only the orders derived from it are to be kept up.
    for (const { key, value, stored } of entries) {
      if ((value === undefined) === (stored === undefined)) continue
      const [from, to] = value === undefined ? [this.#live, this.#dead] : [this.#dead, this.#live]
      from?.delete(key)
      to?.add(key)
    }
  }

  revert(entries: readonly KeyEntry[], fresh: readonly KeyEntry[]): void {
    for (const entry of entries) entry.value = entry.stored
    for (const { key, id } of fresh) {
      this.#entries.delete(key)
      this.#keys.delete(id)
    }
    this.#live = undefined
    this.#dead = undefined
  }

  forget(id: number, block: number): void {
    const key = this.keyOf(id)
    const entry = this.#entries.get(key)
    if (entry === undefined || entry.value !== undefined || entry.removedAt > block) return
    this.#entries.delete(key)
    this.#keys.delete(id)
    this.#versions.delete(id)
    this.#dead?.delete(key)
  }

  liveKeys(prefix: string, after?: string): Iterable<string> {
    return inPages(
      (last, count) => this.#sortedLive().page(prefix, last, count),
      (key) => key,
      after,
    )
  }

  *knownKeys(prefix: string, after?: string): Iterable<[string, number]> {
    const keys = inPages<string>(
      (last, count) =>
        mergeRows(
          this.#sortedLive().page(prefix, last, count),
          this.#sortedDead().page(prefix, last, count),
          (key) => key,
          count,
        ),
      (key) => key,
      after,
    )
    for (const key of keys) {
      const id = this.idOf(key)
      if (id !== undefined) yield [key, id]
    }
  }

  diff(number: number): BlockDiff | undefined {
    const bytes = this.#diffs.get(number)
    return bytes === undefined ? undefined : new BlockDiff(bytes)
  }

  putDiff(number: number, diff: BlockDiff): void {
    this.#first ??= diff
    this.#diffs.set(number, diff.bytes)
  }

  dropDiff(number: number): void {
    this.#diffs.delete(number)
  }

  version(id: number, segment: number): Uint8Array | null | undefined {
    const version = this.#versions.get(id)?.findLast(([sealed]) => sealed <= segment)
    if (version !== undefined) return version[1]
    const index = this.#first?.indexOf(id) ?? -1
    return index < 0 ? undefined : this.#first?.valueAt(index)
  }

  putVersion(id: number, segment: number, value: Uint8Array | null): void {
    if (segment === 0) return
    // A copy, so that a pruned diff does not live on behind one of its values.
    const version: Version = [segment, value?.slice() ?? null]
    const versions = this.#versions.get(id)
    if (versions === undefined) this.#versions.set(id, [version])
    else versions.push(version)
  }

  dropVersion(): void {
    // A removal must go on hiding the first block's value; `forget` drops it with its key.
  }

  dropVersionsBelow(id: number, segment: number): void {
    const versions = this.#versions.get(id)
    if (versions === undefined) return
    const kept = versions.findIndex(([sealed]) => sealed >= segment)
    versions.splice(0, kept < 0 ? versions.length : kept)
  }

  block(number: number): StoredBlock | undefined {
    return this.#blocks.get(number)
  }

  blockHash(number: number): string | undefined {
    return this.#blocks.get(number)?.hash
  }

  blockNumber(hash: string): number | undefined {
    return this.#numbers.get(hash)
  }

  putBlock(number: number, block: StoredBlock): void {
    this.#blocks.set(number, block)
    this.#numbers.set(block.hash, number)
  }

  async close(): Promise<void> {}

  #sortedLive(): SortedKeys {
    this.#live ??= new SortedKeys(this.#keysWhere((entry) => entry.stored !== undefined))
    return this.#live
  }

  #sortedDead(): SortedKeys {
    this.#dead ??= new SortedKeys(this.#keysWhere((entry) => entry.stored === undefined))
    return this.#dead
  }

  *#keysWhere(test: (entry: KeyEntry) => boolean): Iterable<string> {
    for (const entry of this.#entries.values()) if (test(entry)) yield entry.key
  }
}
