/**
 * Who uses a data directory: the small door, for clients that only want to know where to connect.
 *
 * @module
 */
export { readDataDirHolder } from './node/db/data-dir-lock.ts'
