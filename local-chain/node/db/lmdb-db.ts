/**
 * The chain database on disk. Import it only where a disk chain is opened: it loads native code.
 *
 * @module
 */
import { LmdbTables } from './lmdb-tables.ts'
import { TableChainDb } from './table-chain-db.ts'
import type { ChainDb, LmdbOptions } from './types.ts'

/**
 * Opens or makes the database in a directory. Nothing of the state is loaded.
 *
 * @throws DataVersionError              the data has another format
 * @throws ChainDbError `DATA_MISSING`   opened for reading, and there is nothing to read
 */
export function openLmdbDb(path: string, options: LmdbOptions = {}): ChainDb {
  return new TableChainDb(new LmdbTables(path, { readOnly: options.readOnly ?? false }), options)
}
