/**
 * Values of a chain as plain data, in the forms that the rest of the program uses.
 *
 * @module
 */
import {
  bool,
  Compact,
  Enum,
  GenericAccountId,
  Int,
  Null,
  Option,
  OptionBool,
  Raw,
  Struct,
  Text,
  UInt,
} from '@polkadot/types'
import type { Codec } from '@polkadot/types/types'
import { accountId } from '../primitives/account-id.ts'
import { bytesToHex } from '../primitives/hex.ts'
import { ss58Encode } from '../primitives/ss58.ts'

/** Plain data. */
export type Plain =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Plain[]
  | { readonly [field: string]: Plain }

/** Integers of more bits than this are bigints. */
const NUMBER_BITS_MAX = 32

/**
 * A decoded value as plain data: integers up to 32 bits are numbers and wider ones bigints, accounts
 * are SS58 addresses, hashes and bytes `0x` hex, an absent option is null, an enum is its variant's
 * name or `{ Name: value }` where the variant holds something, fields are in camel case.
 *
 * @param <T>  what the caller knows the value to be; not checked
 */
export function plain<T = Plain>(codec: Codec): T {
  return toPlain(codec) as T
}

function toPlain(codec: Codec): Plain {
  if (codec instanceof Option || codec instanceof OptionBool) {
    return codec.isNone ? null : toPlain(codec.unwrap())
  }
  if (codec instanceof Compact) return toPlain(codec.unwrap() as Codec)
  if (codec instanceof UInt || codec instanceof Int) {
    return codec.bitLength() > NUMBER_BITS_MAX ? codec.toBigInt() : codec.toNumber()
  }
  if (codec instanceof GenericAccountId) return ss58Encode(accountId(bytesToHex(codec.toU8a())))
  if (codec instanceof Raw) return codec.toHex()
  if (codec instanceof bool) return codec.isTrue
  if (codec instanceof Text) return codec.toString()
  if (codec instanceof Null) return null
  if (codec instanceof Enum) return ofEnum(codec)
  // A struct is a map whose keys are names.
  if (codec instanceof Struct) return ofStruct(codec)
  if (codec instanceof Map) return [...codec].map(([key, value]) => [toPlain(key), toPlain(value)])
  if (codec instanceof Set) return [...codec].map((item) => toPlain(item as Codec))
  if (Array.isArray(codec)) return codec.map((item: Codec) => toPlain(item))
  return codec.toHex()
}

function ofEnum(codec: Enum): Plain {
  const { isBasic, isNone, type, value } = codec
  return isBasic || isNone || value instanceof Null ? type : { [type]: toPlain(value) }
}

function ofStruct(codec: Struct): Plain {
  const fields = [...codec.entries()] as [string, Codec][]
  return Object.fromEntries(fields.map(([name, value]) => [name, toPlain(value)]))
}
