/**
 * Errors of the chain database, each with a stable code and the facts behind it.
 *
 * @module
 */
import type { DataDirHolder } from './data-dir-lock.ts'

export type ChainDbErrorCode =
  | 'BAD_KEY'
  | 'BAD_RECORD'
  | 'CLOSED'
  | 'DATA_DIR_BUSY'
  | 'DATA_MISSING'
  | 'DATA_VERSION'
  | 'HEAD_MOVED'
  | 'READ_ONLY'

export type ChainDbErrorData = Readonly<Record<string, string | number | undefined>>

/** Anything the database refuses; `code` tells callers what to do about it. */
export class ChainDbError extends Error {
  override name = 'ChainDbError'
  readonly code: ChainDbErrorCode
  readonly data: ChainDbErrorData

  constructor(code: ChainDbErrorCode, message: string, data: ChainDbErrorData = {}) {
    super(message)
    this.code = code
    this.data = data
  }
}

/** The directory holds data of another format: another program version must open it. */
export class DataVersionError extends ChainDbError {
  override name = 'DataVersionError'
  readonly found: string
  readonly expected: string

  constructor(path: string, { found, expected }: { found: string; expected: string }) {
    super('DATA_VERSION', `data format of ${path} is ${found}, this program reads ${expected}`, {
      path,
      found,
      expected,
    })
    this.found = found
    this.expected = expected
  }
}

/** Another process owns the data directory. With an `endpoint` it is a node to connect to. */
export class DataDirBusyError extends ChainDbError {
  override name = 'DataDirBusyError'
  readonly holder: DataDirHolder

  constructor(dir: string, holder: DataDirHolder) {
    const where = holder.endpoint === undefined ? '' : `, serving ${holder.endpoint}`
    super('DATA_DIR_BUSY', `${dir} is in use by process ${holder.pid}${where}`, {
      dir,
      pid: holder.pid,
      endpoint: holder.endpoint,
    })
    this.holder = holder
  }
}
