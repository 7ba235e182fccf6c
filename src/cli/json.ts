/**
 * JSON as this program prints it: u64 and wider as decimal strings, bytes as 0x hex, one envelope.
 *
 * @module
 */
import type { Facts, TaoError } from '../primitives/tao-error.ts'

/** Raised when the shape of the envelope changes; results have their own committed schemas. */
export const SCHEMA_VERSION = 1

/** How results leave the program. */
export type OutputMode = 'text' | 'raw' | 'envelope'

/** A failure inside the envelope. */
export interface ErrorJson {
  readonly code: string
  readonly message: string
  readonly exitCode: number
  /** What to type next. */
  readonly try: readonly string[]
  readonly data: Facts
}

/**
 * Text of a value.
 *
 * @throws TypeError  a Map, a Set or a number that JSON cannot carry: the author forgot to convert it
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, replace, 2)
}

export function errorToJson(error: TaoError): ErrorJson {
  const { code, message, exitCode, suggestions, data } = error
  return { code, message, exitCode, try: suggestions, data }
}

/** A result in the asked form. A failure after a partial result travels beside it. */
export function renderResult(mode: OutputMode, data: unknown, failure?: TaoError): string {
  if (mode === 'raw') return toJson(data)
  if (failure === undefined) return toJson({ schemaVersion: SCHEMA_VERSION, ok: true, data })
  const error = errorToJson(failure)
  return toJson({ schemaVersion: SCHEMA_VERSION, ok: false, error, data })
}

/** A failure in the asked form; the raw one keeps the two keys that btcli scripts look at. */
export function renderFailure(mode: OutputMode, failure: TaoError): string {
  const error = errorToJson(failure)
  if (mode === 'envelope') return toJson({ schemaVersion: SCHEMA_VERSION, ok: false, error })
  const { message, ...rest } = error
  return toJson({ success: false, error: message, ...rest })
}

/**
 * The asked form, read off the command line before anything is parsed, so that a mistake in the
 * command line is reported in that form too.
 *
 * @param jsonTakesValue  the command uses `--json` for something else (`wallet regen-coldkey`)
 */
export function outputModeOf(argv: readonly string[], jsonTakesValue = false): OutputMode {
  const end = argv.indexOf('--')
  const options = new Set(end === -1 ? argv : argv.slice(0, end))
  if (!jsonTakesValue && options.has('--json')) return 'envelope'
  const raw = ['--json-output', '--json_output', '--json-out', '--json_out']
  return raw.some((name) => options.has(name)) ? 'raw' : 'text'
}

function replace(key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex')}`
  if (value instanceof Map || value instanceof Set) {
    throw new TypeError(`result field ${JSON.stringify(key)} is a ${value.constructor.name}`)
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`result field ${JSON.stringify(key)} is ${value}`)
  }
  return value
}
