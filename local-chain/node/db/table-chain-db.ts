/**
 * The chain database over any `Tables`: commits, pointers, past state. Both stores share it, so
 * they cannot differ in what a commit means.
 *
 * @module
 */
import type { StateReader } from '../../frame/state-reader.ts'
import { BlockDiff } from './block-diff.ts'
import { ChainDbError } from './errors.ts'
import { History } from './history.ts'
import { PRUNE_SEGMENTS_MAX, SEGMENT_BLOCKS, SEGMENT_BLOCKS_MAX } from './limits.ts'
import { checkBlocks, checkKey, checkKeyPart } from './record-checks.ts'
import { Segments } from './segments.ts'
import type { KeyEntry, Pointers, Tables } from './tables.ts'
import type {
  BlockRecord,
  BlockRef,
  ChainDb,
  CommitOptions,
  DbOptions,
  MetaChanges,
  StorageChange,
} from './types.ts'

export class TableChainDb implements ChainDb {
  readonly #tables: Tables
  readonly #pruneKeep: number
  readonly #newSegmentBlocks: number
  readonly #latest: StateReader
  #pointers: Pointers | undefined
  #history: History | undefined
  #segments: Segments | undefined
  #stamp = 0
  #closed = false

  constructor(tables: Tables, { pruneKeep, segmentBlocks = SEGMENT_BLOCKS }: DbOptions) {
    checkWhole('pruneKeep', pruneKeep ?? 0, 0, Number.MAX_SAFE_INTEGER)
    checkWhole('segmentBlocks', segmentBlocks, 1, SEGMENT_BLOCKS_MAX)
    this.#tables = tables
    this.#pruneKeep = pruneKeep ?? Number.POSITIVE_INFINITY
    this.#newSegmentBlocks = segmentBlocks
    this.#latest = {
      get: (key) => this.#open().latest(key),
      keys: (prefix, after) => {
        checkKeyPart(prefix)
        if (after !== undefined) checkKeyPart(after)
        return this.#open().liveKeys(prefix, after)
      },
    }
    this.#adopt(tables.pointers())
  }

  get head(): BlockRef | undefined {
    return this.#now()?.head
  }

  get finalized(): BlockRef | undefined {
    return this.#now()?.finalized
  }

  get oldestState(): number | undefined {
    return this.#now()?.oldestState
  }

  latest(): StateReader {
    return this.#latest
  }

  stateAt(number: number): StateReader | undefined {
    if (!this.#hasState(number)) return undefined
    return {
      get: (key) => {
        if (this.#now()?.head.number === number) return this.#latest.get(key)
        const id = this.#open().idOf(key)
        return id === undefined ? undefined : (this.#valueAt(id, number) ?? undefined)
      },
      keys: (prefix, after) => {
        checkKeyPart(prefix)
        if (after !== undefined) checkKeyPart(after)
        return this.#keysAt(number, prefix, after)
      },
    }
  }

  commit(blocks: readonly BlockRecord[], { finalize = true }: CommitOptions = {}): void {
    const tables = this.#writable()
    const [first] = blocks
    if (first === undefined) return
    checkBlocks(blocks, this.#pointers?.head, (hash) => tables.blockNumber(hash) !== undefined)
    const touched: KeyEntry[] = []
    const fresh: KeyEntry[] = []
    this.#stamp++
    try {
      tables.atomically(() => {
        this.#checkSoleWriter()
        const before = this.#pointers
        const last = blocks[blocks.length - 1] ?? first
        const head = { number: last.number, hash: last.hash }
        const pointers: Pointers = {
          base: before?.base ?? first.number,
          segmentBlocks: before?.segmentBlocks ?? this.#newSegmentBlocks,
          head,
          finalized: finalize ? head : (before?.finalized ?? refOf(first)),
          oldestState: before?.oldestState ?? first.number,
          oldestSegment: before?.oldestSegment ?? 0,
          nextId: before?.nextId ?? 0,
        }
        this.#adopt(pointers)
        // Everything that can be refused is refused here, before the first table is written.
        const diffs = blocks.map((block) => this.#packDiff(block, pointers, touched, fresh))
        for (const [index, block] of blocks.entries()) this.#writeBlock(block, diffs[index])
        tables.flush(touched, fresh)
        this.#prune(pointers)
        tables.putPointers(pointers)
      })
    } catch (error) {
      tables.revert(touched, fresh)
      this.#history?.clear()
      this.#adopt(tables.pointers())
      throw error
    }
    for (const entry of touched) entry.stored = entry.value
  }

  finalize(number: number): void {
    const tables = this.#writable()
    const pointers = this.#pointers
    const hash = tables.blockHash(number)
    if (pointers === undefined || hash === undefined) {
      throw new ChainDbError('BAD_RECORD', `block ${number} is unknown`, { number })
    }
    const done = pointers.finalized.number
    if (number < done) {
      throw new ChainDbError('BAD_RECORD', `block ${done} is finalized, ${number} is below it`, {
        number,
        finalized: done,
      })
    }
    tables.atomically(() => {
      this.#checkSoleWriter()
      tables.putPointers({ ...pointers, finalized: { number, hash } })
    })
    pointers.finalized = { number, hash }
  }

  blockHash(number: number): string | undefined {
    return this.#open().blockHash(number)
  }

  blockNumber(hash: string): number | undefined {
    return this.#open().blockNumber(hash)
  }

  header(hash: string): Uint8Array | undefined {
    return this.#block(hash)?.header
  }

  body(hash: string): Uint8Array[] | undefined {
    const body = this.#block(hash)?.body
    return body === undefined ? undefined : [...body]
  }

  diff(number: number): StorageChange[] | undefined {
    if (!this.#hasState(number)) return undefined
    const diff = this.#history?.diff(number)
    if (diff === undefined) return undefined
    const changes: StorageChange[] = []
    for (const [index, id] of diff.ids.entries()) {
      changes.push([this.#tables.keyOf(id), copyOf(diff.valueAt(index))])
    }
    return changes.sort(([a], [b]) => (a < b ? -1 : 1))
  }

  meta(key: string): string | undefined {
    return this.#open().meta(key)
  }

  setMeta(changes: MetaChanges): void {
    const tables = this.#writable()
    tables.atomically(() => writeMeta(tables, changes))
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#history?.clear()
    await this.#tables.close()
  }

  /** Applies the block to the entries and packs what it changed. */
  #packDiff(
    block: BlockRecord,
    pointers: Pointers,
    touched: KeyEntry[],
    fresh: KeyEntry[],
  ): BlockDiff {
    const tables = this.#tables
    const ids: number[] = []
    const values: Array<Uint8Array | null> = []
    for (const [key, value] of block.diff) {
      let entry = tables.entry(key)
      if (value === null && entry?.value === undefined) continue
      if (entry === undefined) {
        checkKey(key)
        entry = tables.create(key, pointers.nextId++)
        fresh.push(entry)
      }
      if (entry.stamp !== this.#stamp) {
        entry.stamp = this.#stamp
        touched.push(entry)
      }
      entry.value = value ?? undefined
      if (value === null) entry.removedAt = block.number
      ids.push(entry.id)
      values.push(value)
    }
    return BlockDiff.pack(ids, values)
  }

  #writeBlock({ number, hash, header, body, meta }: BlockRecord, diff?: BlockDiff): void {
    const tables = this.#tables
    if (diff === undefined) return
    tables.putDiff(number, diff)
    this.#history?.remember(number, diff)
    tables.putBlock(number, { hash, header, body })
    if (meta !== undefined) writeMeta(tables, meta)
    const segment = this.#segments?.of(number) ?? 0
    if (this.#segments?.last(segment) === number) this.#history?.seal(segment)
  }

  /** What is readable follows from the head alone; what is still on disk may lag behind. */
  #prune(pointers: Pointers): void {
    const { head } = pointers
    pointers.oldestState = Math.max(pointers.oldestState, head.number - this.#pruneKeep)
    const keep = this.#segments?.of(pointers.oldestState) ?? 0
    const stop = Math.min(keep, pointers.oldestSegment + PRUNE_SEGMENTS_MAX)
    while (pointers.oldestSegment < stop) this.#history?.drop(pointers.oldestSegment++)
  }

  /** A second writer would work from stale values: its commit stops here, before any harm. */
  #checkSoleWriter(): void {
    const found = this.#tables.pointers()
    if (found?.head.hash === this.#pointers?.head.hash && found?.nextId === this.#pointers?.nextId)
      return
    throw new ChainDbError('HEAD_MOVED', 'another process has written to this database', {
      expected: this.#pointers?.head.number,
      found: found?.head.number,
    })
  }

  #adopt(pointers: Pointers | undefined): void {
    this.#pointers = pointers
    if (pointers === undefined) {
      this.#segments = undefined
      this.#history = undefined
    } else if (this.#segments === undefined) {
      this.#segments = new Segments(pointers.base, pointers.segmentBlocks)
      this.#history = new History(this.#tables, this.#segments)
    }
  }

  /** Pointers as of now: a reader beside another process looks them up each time. */
  #now(): Pointers | undefined {
    if (this.#open().readOnly) this.#adopt(this.#tables.pointers())
    return this.#pointers
  }

  #hasState(number: number): boolean {
    const now = this.#now()
    return (
      now !== undefined &&
      Number.isInteger(number) &&
      number >= now.oldestState &&
      number <= now.head.number
    )
  }

  #valueAt(id: number, number: number): Uint8Array | null | undefined {
    return copyOf(this.#hasState(number) ? this.#history?.valueAt(id, number) : undefined)
  }

  *#keysAt(number: number, prefix: string, after?: string): Iterable<string> {
    let last = after
    if (this.#now()?.head.number === number) {
      // Only while it is the head: once a block follows, the rest is looked up in history.
      for (const key of this.#open().liveKeys(prefix, after)) {
        if (this.#now()?.head.number !== number) break
        last = key
        yield key
      }
      if (this.#now()?.head.number === number) return
    }
    for (const [key, id] of this.#open().knownKeys(prefix, last)) {
      const value = this.#hasState(number) ? this.#history?.valueAt(id, number) : undefined
      if (value !== undefined && value !== null) yield key
    }
  }

  #block(hash: string): { header: Uint8Array; body: readonly Uint8Array[] } | undefined {
    const number = this.#open().blockNumber(hash)
    return number === undefined ? undefined : this.#tables.block(number)
  }

  #open(): Tables {
    if (this.#closed) throw new ChainDbError('CLOSED', 'the chain database is closed')
    return this.#tables
  }

  #writable(): Tables {
    if (this.#open().readOnly) {
      throw new ChainDbError('READ_ONLY', 'the chain database was opened for reading')
    }
    return this.#tables
  }
}

function writeMeta(tables: Tables, changes: MetaChanges): void {
  for (const [key, text] of Object.entries(changes)) tables.putMeta(key, text)
}

function refOf({ number, hash }: BlockRecord): BlockRef {
  return { number, hash }
}

/** Views into packed diffs stay inside; callers get bytes of their own. */
function copyOf<T extends null | undefined>(value: Uint8Array | T): Uint8Array | T {
  return value instanceof Uint8Array ? value.slice() : value
}

function checkWhole(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return
  throw new RangeError(`${name} must be a whole number from ${min} to ${max}, got ${value}`)
}
