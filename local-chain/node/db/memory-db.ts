/**
 * The chain database in memory: for tests, throw-away chains and forks.
 *
 * @module
 */
import { MemoryTables } from './memory-tables.ts'
import { TableChainDb } from './table-chain-db.ts'
import type { ChainDb, DbOptions } from './types.ts'

/** A new, empty database that lives as long as it is referenced. */
export function openMemoryDb(options: DbOptions = {}): ChainDb {
  return new TableChainDb(new MemoryTables(), options)
}
