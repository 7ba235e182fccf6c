/**
 * From polkadot.js's decoded values to plain ones: what the rest of the program works with.
 *
 * | decoded                | plain                                              |
 * | ---------------------- | -------------------------------------------------- |
 * | u8 to u32, i8 to i32   | number                                             |
 * | u64 and wider          | bigint                                             |
 * | bool                   | boolean                                            |
 * | AccountId, 32 bytes    | 64 digits of lower-case hex without prefix         |
 * | other bytes            | Uint8Array                                         |
 * | struct                 | object with camelCase names                        |
 * | enum                   | `{ type, value }`                                  |
 * | Option                 | the value or `undefined`                           |
 * | Vec, tuple, map        | array, array, array of `[key, value]`              |
 *
 * Read by what the values can do, not by their class, so no second copy of a class can confuse it.
 *
 * @module
 */

/** What `decoded` returns; callers name the type they know from the metadata. */
export type Plain =
  | number
  | bigint
  | boolean
  | string
  | undefined
  | Uint8Array
  | readonly Plain[]
  | { readonly [name: string]: Plain }

/** The parts of decoded values that are looked at. */
interface Decoded {
  readonly encodedLength: number
  readonly isNone?: boolean
  readonly isTrue?: boolean
  readonly type?: string
  readonly inner?: unknown
  readonly defKeys?: readonly string[]
  unwrap?(): unknown
  toBigInt?(): bigint
  toRawType(): string
}

/** Widest integer that a number holds without thinking about it. */
const NUMBER_BYTES = 4

/** A decoded value as a plain one. */
export function toPlain(value: unknown): Plain {
  if (value === undefined || value === null) return undefined
  const decoded = value as Decoded
  // Before the question for none: an enum answers that too.
  if (Array.isArray(decoded.defKeys) && typeof decoded.type === 'string') {
    return { type: decoded.type, value: toPlain(decoded.inner) }
  }
  if (typeof decoded.isNone === 'boolean') {
    return decoded.isNone ? undefined : toPlain(decoded.unwrap?.())
  }
  if (typeof decoded.isTrue === 'boolean') return decoded.isTrue
  if (typeof decoded.toBigInt === 'function') return integer(decoded)
  if (value instanceof Uint8Array) return bytes(value)
  if (Array.isArray(value)) return value.map(toPlain)
  if (value instanceof Map) return record(value)
  if (value instanceof Set) return [...value].map(toPlain)
  if (decoded.toRawType() === 'Null') return undefined
  return String(value)
}

function integer(decoded: Decoded): number | bigint {
  // A compact integer's own length is that of its value; the integer inside has its type's.
  const bare = typeof decoded.unwrap === 'function' ? (decoded.unwrap() as Decoded) : decoded
  const value = bare.toBigInt?.() ?? 0n
  return bare.encodedLength <= NUMBER_BYTES ? Number(value) : value
}

function bytes(value: Uint8Array): Plain {
  return value.length === 32 ? Buffer.from(value).toString('hex') : Uint8Array.from(value)
}

function record(value: Map<unknown, unknown>): Plain {
  const isStruct = value.size > 0 && [...value.keys()].every((key) => typeof key === 'string')
  if (!isStruct) return [...value].map(([key, item]): Plain => [toPlain(key), toPlain(item)])
  return Object.fromEntries([...value].map(([key, item]) => [String(key), toPlain(item)]))
}
