/**
 * The tables in lmdb: one environment, one file, ACID transactions that survive a killed process.
 *
 * `state` and `dead` together hold every key ever met: present keys with their value, absent ones
 * with the block that removed them. `names` leads from ids back to keys.
 *
 * @module
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, open, type RootDatabase } from 'lmdb'
import { makeFolder } from '../../../src/primitives/make-folder.ts'
import { BlockDiff } from './block-diff.ts'
import { BoundedCache } from './bounded-cache.ts'
import { ChainDbError, DataVersionError } from './errors.ts'
import { inPages, mergeRows } from './key-pages.ts'
import { DATA_FORMAT_VERSION, ENTRY_CACHE_BYTES, ENTRY_CACHE_COUNT } from './limits.ts'
import * as rows from './lmdb-rows.ts'
import type { KeyEntry, Pointers, StoredBlock, Tables } from './tables.ts'

type Table = Database<Buffer, Buffer>

const TABLE_NAMES = [
  'system',
  'meta',
  'state',
  'dead',
  'names',
  'diffs',
  'versions',
  'blocks',
  'hashes',
] as const
type TableName = (typeof TABLE_NAMES)[number]

const BINARY = { encoding: 'binary', keyEncoding: 'binary' } as const
const FORMAT = Buffer.from('format')
const POINTERS = Buffer.from('pointers')
/** What an entry weighs in the cache besides its value. */
const ENTRY_BYTES = 64

export class LmdbTables implements Tables {
  readonly readOnly: boolean
  readonly #root: RootDatabase<Buffer, Buffer>
  readonly #tables: Record<TableName, Table>
  /** Entries by key; null stands for a key that is not in `state`. Only the writer caches. */
  readonly #entries = new BoundedCache<string, KeyEntry | null>({
    count: ENTRY_CACHE_COUNT,
    bytes: ENTRY_CACHE_BYTES,
    weigh: (entry) => ENTRY_BYTES + (entry?.value?.length ?? 0),
  })
  #writing = false
  /** Whether any key may be stored: the genesis of a new chain need not look. */
  #mayHoldKeys: boolean
  #pointersText = ''
  #pointers: Pointers | undefined

  constructor(path: string, { readOnly }: { readOnly: boolean }) {
    if (!readOnly) makeFolder(path)
    else if (!existsSync(join(path, 'data.mdb'))) throw missing(path)
    this.readOnly = readOnly
    this.#root = open<Buffer, Buffer>({
      path,
      readOnly,
      noSubdir: false,
      maxDbs: TABLE_NAMES.length,
      ...BINARY,
    })
    try {
      this.#tables = this.#openTables(path)
    } catch (error) {
      void this.#root.close()
      throw error
    }
    this.#mayHoldKeys = this.pointers() !== undefined
  }

  atomically(write: () => void): void {
    this.#entries.trim()
    this.#writing = true
    try {
      this.#root.transactionSync(write)
    } finally {
      this.#writing = false
    }
  }

  pointers(): Pointers | undefined {
    const text = this.#tables.system.get(POINTERS)?.toString()
    if (text === undefined) return undefined
    if (text !== this.#pointersText) {
      this.#pointers = JSON.parse(text) as Pointers
      this.#pointersText = text
    }
    return this.#pointers
  }

  putPointers(pointers: Pointers): void {
    this.#tables.system.putSync(POINTERS, Buffer.from(JSON.stringify(pointers)))
  }

  meta(key: string): string | undefined {
    return key === '' ? undefined : this.#tables.meta.get(Buffer.from(key))?.toString()
  }

  putMeta(key: string, text: string | null): void {
    if (text === null) this.#tables.meta.removeSync(Buffer.from(key))
    else this.#tables.meta.putSync(Buffer.from(key), Buffer.from(text))
  }

  latest(key: string): Uint8Array | undefined {
    if (this.readOnly) return this.#readLive(key)?.value
    const cached = this.#entries.get(key)
    return (cached === undefined ? this.#load(key) : cached)?.value
  }

  entry(key: string): KeyEntry | undefined {
    const cached = this.#entries.get(key)
    const live = cached === undefined ? this.#load(key) : cached
    if (live !== null) return live
    const dead = this.#readDead(key)
    if (dead !== undefined) this.#entries.set(key, dead)
    return dead
  }

  create(key: string, id: number): KeyEntry {
    const entry = newEntry(key, id, undefined)
    this.#entries.set(key, entry)
    return entry
  }

  idOf(key: string): number | undefined {
    if (!this.readOnly) return this.entry(key)?.id
    const bytes = rows.keyBytes(key)
    if (bytes === undefined) return undefined
    const { state, dead } = this.#tables
    return (state.getBinaryFast(bytes) ?? dead.getBinaryFast(bytes))?.readUInt32LE(0)
  }

  keyOf(id: number): string {
    const bytes = this.#tables.names.getBinaryFast(rows.u32Key(id))
    return bytes === undefined ? '' : rows.keyText(bytes)
  }

  flush(entries: readonly KeyEntry[], fresh: readonly KeyEntry[]): void {
    const { state, dead, names } = this.#tables
    const news = new Set(fresh)
    for (const entry of entries) {
      const { key, id, value, stored, removedAt } = entry
      const bytes = Buffer.from(key, 'hex')
      const isNew = news.has(entry)
      if (isNew) names.putSync(rows.u32Key(id), bytes)
      if (value === undefined) {
        if (stored !== undefined) state.removeSync(bytes)
        dead.putSync(bytes, rows.deadRow(id, removedAt))
      } else {
        state.putSync(bytes, rows.stateRow(id, value))
        if (stored === undefined && !isNew) dead.removeSync(bytes)
      }
    }
    this.#mayHoldKeys = true
  }

  revert(): void {
    this.#entries.clear()
    // What is read from here on must show what another writer may have done.
    this.#root.resetReadTxn()
  }

  forget(id: number, block: number): void {
    const { dead, names, state } = this.#tables
    const key = names.get(rows.u32Key(id))
    if (key === undefined || state.doesExist(key)) return
    const removedAt = dead.get(key)?.readUInt32LE(4)
    if (removedAt === undefined || removedAt > block) return
    dead.removeSync(key)
    names.removeSync(rows.u32Key(id))
    this.#entries.delete(rows.keyText(key))
  }

  liveKeys(prefix: string, after?: string): Iterable<string> {
    const { state } = this.#tables
    return inPages(
      (last, limit) => {
        const keys: string[] = []
        for (const key of state.getKeys(rows.keyRange(prefix, last, limit)))
          keys.push(rows.keyText(key))
        return keys
      },
      (key) => key,
      after,
    )
  }

  knownKeys(prefix: string, after?: string): Iterable<[string, number]> {
    const { state, dead } = this.#tables
    const read = (table: Table, last: string | undefined, limit: number): [string, number][] => {
      const known: [string, number][] = []
      for (const { key, value } of table.getRange(rows.keyRange(prefix, last, limit))) {
        known.push([rows.keyText(key), value.readUInt32LE(0)])
      }
      return known
    }
    return inPages(
      (last, limit) =>
        mergeRows(read(state, last, limit), read(dead, last, limit), ([key]) => key, limit),
      ([key]) => key,
      after,
    )
  }

  diff(number: number): BlockDiff | undefined {
    const row = this.#tables.diffs.getBinaryFast(rows.u32Key(number))
    return row === undefined ? undefined : new BlockDiff(rows.bytesFrom(row, 0))
  }

  putDiff(number: number, diff: BlockDiff): void {
    this.#tables.diffs.putSync(rows.u32Key(number), Buffer.from(diff.bytes.buffer))
  }

  dropDiff(number: number): void {
    this.#tables.diffs.removeSync(rows.u32Key(number))
  }

  version(id: number, segment: number): Uint8Array | null | undefined {
    const start = rows.versionKey(id, segment)
    const newest = this.#tables.versions.getRange({ start, reverse: true, limit: 1 })
    for (const { key, value } of newest) {
      if (key.readUInt32BE(0) === id) return rows.readVersionRow(value)
    }
    return undefined
  }

  putVersion(id: number, segment: number, value: Uint8Array | null): void {
    this.#tables.versions.putSync(rows.versionKey(id, segment), rows.versionRow(value))
  }

  dropVersion(id: number, segment: number): void {
    this.#tables.versions.removeSync(rows.versionKey(id, segment))
  }

  dropVersionsBelow(id: number, segment: number): void {
    const { versions } = this.#tables
    const range = { start: rows.versionKey(id, 0), end: rows.versionKey(id, segment) }
    for (const key of [...versions.getKeys(range)]) versions.removeSync(key)
  }

  block(number: number): StoredBlock | undefined {
    const row = this.#tables.blocks.getBinaryFast(rows.u32Key(number))
    return row === undefined ? undefined : rows.readBlockRow(row)
  }

  blockHash(number: number): string | undefined {
    if (!Number.isInteger(number) || number < 0 || number > 0xffff_ffff) return undefined
    const row = this.#tables.blocks.getBinaryFast(rows.u32Key(number))
    return row === undefined ? undefined : rows.blockRowHash(row)
  }

  blockNumber(hash: string): number | undefined {
    const key = rows.keyBytes(hash)
    return key === undefined ? undefined : this.#tables.hashes.get(key)?.readUInt32LE(0)
  }

  putBlock(number: number, block: StoredBlock): void {
    const value = Buffer.allocUnsafe(4)
    value.writeUInt32LE(number)
    this.#tables.blocks.putSync(rows.u32Key(number), rows.blockRow(block))
    this.#tables.hashes.putSync(Buffer.from(block.hash, 'hex'), value)
  }

  async close(): Promise<void> {
    this.#entries.clear()
    await this.#root.close()
  }

  #openTables(path: string): Record<TableName, Table> {
    const table = (name: TableName): Table => this.#root.openDB({ name, ...BINARY })
    const system = table('system')
    const found = system?.get(FORMAT)?.toString()
    if (found === undefined && this.readOnly) throw missing(path)
    if (found !== undefined && found !== DATA_FORMAT_VERSION) {
      throw new DataVersionError(path, { found, expected: DATA_FORMAT_VERSION })
    }
    const tables = {
      system,
      meta: table('meta'),
      state: table('state'),
      dead: table('dead'),
      names: table('names'),
      diffs: table('diffs'),
      versions: table('versions'),
      blocks: table('blocks'),
      hashes: table('hashes'),
    }
    // Last, so that a process killed before this line leaves an empty database, not a broken one.
    if (found === undefined) system.putSync(FORMAT, Buffer.from(DATA_FORMAT_VERSION))
    // Readers that were killed would keep old pages from being used again.
    if (!this.readOnly) this.#root.readerCheck()
    return tables
  }

  /** Looks a key up in `state` and caches the answer, a miss too: defaults are read often. */
  #load(key: string): KeyEntry | null {
    const entry = this.#mayHoldKeys ? this.#readLive(key) : undefined
    this.#entries.set(key, entry ?? null)
    if (!this.#writing) this.#entries.trim()
    return entry ?? null
  }

  #readLive(key: string): KeyEntry | undefined {
    const bytes = rows.keyBytes(key)
    const row = bytes && this.#tables.state.getBinaryFast(bytes)
    return row && newEntry(key, row.readUInt32LE(0), rows.bytesFrom(row, 4))
  }

  #readDead(key: string): KeyEntry | undefined {
    const bytes = this.#mayHoldKeys ? rows.keyBytes(key) : undefined
    const row = bytes && this.#tables.dead.getBinaryFast(bytes)
    if (row === undefined) return undefined
    return { ...newEntry(key, row.readUInt32LE(0), undefined), removedAt: row.readUInt32LE(4) }
  }
}

function newEntry(key: string, id: number, value: Uint8Array | undefined): KeyEntry {
  return { key, id, value, stored: value, removedAt: 0, stamp: 0 }
}

function missing(path: string): ChainDbError {
  return new ChainDbError('DATA_MISSING', `there is no chain database in ${path}`, { path })
}
