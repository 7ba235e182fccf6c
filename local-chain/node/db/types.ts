/**
 * The face of the chain database: what a block record is, and what can be read back.
 *
 * @module
 */
import type { StateReader } from '../../frame/state-reader.ts'

/** A block named twice: by height and by hash (hex without 0x). */
export interface BlockRef {
  readonly number: number
  readonly hash: string
}

/** One write of a block: the new value of a key, or null where the block removed it. */
export type StorageChange = [key: string, value: Uint8Array | null]

/**
 * A finished block as the database keeps it. Byte arrays are kept by reference where the store
 * can, so the caller must not change them afterwards.
 */
export interface BlockRecord {
  number: number
  /** Hex without 0x. */
  hash: string
  /** SCALE header. */
  header: Uint8Array
  /** Extrinsics as they were submitted, length prefix included. */
  body: readonly Uint8Array[]
  /** What the block changed, each key once. Removing an absent key counts as no change. */
  diff: readonly StorageChange[]
  /** Node facts that must become true together with this block (see `ChainDb.meta`). */
  meta?: MetaChanges
}

/** New texts of meta keys; null removes the key. */
export type MetaChanges = Readonly<Record<string, string | null>>

export interface CommitOptions {
  /** Whether the last block of the batch becomes the finalized one. On by default. */
  finalize?: boolean
}

export interface DbOptions {
  /**
   * How many blocks below the head keep their state; the default keeps all of them. Headers,
   * bodies and the latest state are never pruned.
   */
  pruneKeep?: number
  /**
   * Blocks per history segment. It is part of the data, so it counts only when the database is
   * made; small values are for tests.
   */
  segmentBlocks?: number
}

export interface LmdbOptions extends DbOptions {
  /**
   * Opens an existing database for reading beside the process that writes it. Such a reader sees
   * one snapshot during a turn of the event loop, and newer blocks in the next.
   */
  readOnly?: boolean
}

/**
 * Blocks, the latest state, and the state at past blocks. Every read is synchronous. Whether
 * blocks were committed one by one or in batches never shows in what is read.
 */
export interface ChainDb {
  readonly head: BlockRef | undefined
  readonly finalized: BlockRef | undefined
  /** The lowest block whose state can still be read. */
  readonly oldestState: number | undefined

  /** State after the newest committed block; it follows the head. */
  latest(): StateReader
  /** State after the given block; undefined where it is unknown or pruned. */
  stateAt(number: number): StateReader | undefined

  /** Writes one or many blocks in one atomic transaction: all of them, or none. */
  commit(blocks: readonly BlockRecord[], options?: CommitOptions): void
  /** Moves the finalized block forward to a block that is already committed. */
  finalize(number: number): void

  blockHash(number: number): string | undefined
  blockNumber(hash: string): number | undefined
  header(hash: string): Uint8Array | undefined
  body(hash: string): Uint8Array[] | undefined
  /** The keys that a block changed, in byte order; undefined where unknown or pruned. */
  diff(number: number): StorageChange[] | undefined

  /** Small facts about the chain: its id, genesis hash, mode. */
  meta(key: string): string | undefined
  setMeta(changes: MetaChanges): void

  /** Frees the store. Calling it again does nothing. */
  close(): Promise<void>
}
