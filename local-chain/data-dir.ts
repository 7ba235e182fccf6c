/**
 * Who uses a data directory: the small door, for clients that only want to know where to connect.
 *
 * @module
 */
export { type DataDirHolder, readDataDirHolder } from './node/db/data-dir-lock.ts'
