/**
 * What the database logic asks of a store: a handful of tables, written in one transaction.
 *
 * @module
 */
import type { BlockDiff } from './block-diff.ts'
import type { BlockRef } from './types.ts'

/** A storage key the database has met, with its number and its value in the latest state. */
export interface KeyEntry {
  readonly key: string
  /** Short name of the key inside diffs and versions, given once in order of appearance. */
  readonly id: number
  /** Latest value; undefined while the key is absent. */
  value: Uint8Array | undefined
  /** `value` as the tables have it: differs only while a commit is under way. */
  stored: Uint8Array | undefined
  /** Block that removed the key last; means something only while it is absent. */
  removedAt: number
  /** Commit that touched the entry last. */
  stamp: number
}

/** A header with its extrinsics. */
export interface StoredBlock {
  hash: string
  header: Uint8Array
  body: readonly Uint8Array[]
}

/** Where the chain stands. Written by every commit, so it also tells writers apart. */
export interface Pointers {
  /** First block of this database. */
  base: number
  segmentBlocks: number
  head: BlockRef
  finalized: BlockRef
  /** Lowest block with readable state. */
  oldestState: number
  /** Lowest segment whose history is still on disk. */
  oldestSegment: number
  /** Id that the next new key gets. */
  nextId: number
}

export interface Tables {
  readonly readOnly: boolean

  /** Runs the writes as one transaction: when it throws, nothing has happened. */
  atomically(write: () => void): void

  pointers(): Pointers | undefined
  putPointers(pointers: Pointers): void
  meta(key: string): string | undefined
  putMeta(key: string, text: string | null): void

  /** The latest value of a key, by the shortest way. */
  latest(key: string): Uint8Array | undefined
  /** Entry of a key that is present now or was once. */
  entry(key: string): KeyEntry | undefined
  /** A new entry with a new id. It reaches the store with `flush`. */
  create(key: string, id: number): KeyEntry
  /** Id of a key that is present now or was once. */
  idOf(key: string): number | undefined
  keyOf(id: number): string
  /** Writes the latest values of entries; `fresh` ones are new in this transaction. */
  flush(entries: readonly KeyEntry[], fresh: readonly KeyEntry[]): void
  /** Takes back what a failed transaction did to entries. */
  revert(entries: readonly KeyEntry[], fresh: readonly KeyEntry[]): void
  /** Drops the id of a key that is absent since `block` or earlier. */
  forget(id: number, block: number): void

  /** Keys of the latest state, in byte order. */
  liveKeys(prefix: string, after?: string): Iterable<string>
  /** Keys that are present now or were once, with their ids, in byte order. */
  knownKeys(prefix: string, after?: string): Iterable<[key: string, id: number]>

  diff(number: number): BlockDiff | undefined
  putDiff(number: number, diff: BlockDiff): void
  dropDiff(number: number): void

  /** The newest sealed value at or below a segment: null where removed, undefined without any. */
  version(id: number, segment: number): Uint8Array | null | undefined
  putVersion(id: number, segment: number, value: Uint8Array | null): void
  dropVersion(id: number, segment: number): void
  /** Drops the sealed values below a segment. */
  dropVersionsBelow(id: number, segment: number): void

  block(number: number): StoredBlock | undefined
  blockHash(number: number): string | undefined
  blockNumber(hash: string): number | undefined
  putBlock(number: number, block: StoredBlock): void

  close(): Promise<void>
}
