/**
 * Reads values of parsed JSON one by one. What does not fit is refused with the place and the rule;
 * nothing is rounded, cut or filled in.
 *
 * @module
 */

/** Slots of a subnet are u16 on the chain; no network has ever allowed more than this. */
export const UIDS_MAX = 4096

/** Entries of lists that do not go by uid: commits, relations. */
const ENTRIES_MAX = 65_536

/** JSON that is no epoch. `path` is the place (`weights.0.3[2][1]`), `rule` what it should be. */
export class EpochInputError extends Error {
  override name = 'EpochInputError'
  readonly path: string
  readonly rule: string

  constructor(path: string, rule: string) {
    super(path === '' ? rule : `${path}: ${rule}`)
    this.path = path
    this.rule = rule
  }
}

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Turns a value found at `path` into a typed one. */
export type Read<T> = (value: unknown, path: string) => T

/** A value as an error shows it. */
export function shown(value: unknown): string {
  const text = typeof value === 'bigint' ? `${value}` : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

export function objectOf(value: unknown, path: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new EpochInputError(path, `must be an object, not ${shown(value)}`)
  }
  return value as JsonObject
}

/** An object with exactly these fields, the optional ones perhaps absent. */
export function fieldsOf(
  value: unknown,
  path: string,
  required: readonly string[],
  optional: readonly string[] = [],
): JsonObject {
  const object = objectOf(value, path)
  const unknown = Object.keys(object).filter(
    (name) => !required.includes(name) && !optional.includes(name),
  )
  if (unknown.length > 0) {
    const known = [...required, ...optional].join(', ')
    throw new EpochInputError(path, `unknown field ${unknown.join(', ')}; there are: ${known}`)
  }
  const missing = required.filter((name) => object[name] === undefined)
  if (missing.length > 0) throw new EpochInputError(path, `missing ${missing.join(', ')}`)
  return object
}

/** A whole number within bounds, as number. */
export function integer(min: number, max: number): Read<number> {
  return (value, path) => Number(wholeNumber(value, path, BigInt(min), BigInt(max)))
}

export const u8: Read<number> = integer(0, 255)
export const u16: Read<number> = integer(0, 65_535)
export const i16: Read<number> = integer(-32_768, 32_767)
export const u32: Read<number> = integer(0, 4_294_967_295)

/** A whole number of 64 bits: a decimal string, or a number that JSON carries exactly. */
export const u64: Read<bigint> = (value, path) => wholeNumber(value, path, 0n, (1n << 64n) - 1n)

export const bool: Read<boolean> = (value, path) => {
  if (typeof value !== 'boolean') {
    throw new EpochInputError(path, `must be true or false, not ${shown(value)}`)
  }
  return value
}

/** A list; elements by uid, so at most one for each uid there can be. */
export function byUid<T>(read: Read<T>): Read<T[]> {
  return list(read, UIDS_MAX)
}

export function list<T>(read: Read<T>, max = ENTRIES_MAX): Read<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) {
      throw new EpochInputError(path, `must be a list, not ${shown(value)}`)
    }
    if (value.length > max) {
      throw new EpochInputError(path, `has ${value.length} elements; at most ${max} are possible`)
    }
    return value.map((item: unknown, i) => read(item, `${path}[${i}]`))
  }
}

/** A list of exactly two. */
export function pair<A, B>(first: Read<A>, second: Read<B>): Read<[A, B]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length !== 2) {
      throw new EpochInputError(path, `must be a list of two values, not ${shown(value)}`)
    }
    return [first(value[0], `${path}[0]`), second(value[1], `${path}[1]`)]
  }
}

function wholeNumber(value: unknown, path: string, min: bigint, max: bigint): bigint {
  const found = asBigInt(value, path)
  if (found < min || found > max) {
    throw new EpochInputError(path, `must be from ${min} to ${max}, not ${found}`)
  }
  return found
}

function asBigInt(value: unknown, path: string): bigint {
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) {
      throw new EpochInputError(path, `must be a whole number, not ${value}`)
    }
    if (!Number.isSafeInteger(value)) {
      throw new EpochInputError(path, `JSON does not carry ${value} exactly: write it in quotes`)
    }
    return BigInt(value)
  }
  if (typeof value === 'string' && /^-?[0-9]{1,40}$/.test(value)) return BigInt(value)
  throw new EpochInputError(path, `must be a whole number, not ${shown(value)}`)
}
