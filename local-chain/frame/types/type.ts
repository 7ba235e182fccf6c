/**
 * One value describes one type: how it is encoded, how it is decoded, and how metadata shows it.
 * Everything that the chain declares (storage, calls, events, constants, runtime APIs) is built from
 * such values, so nothing is written twice.
 *
 * @module
 */

import type { CallTable } from '../call-table.ts'
import type { ScaleReader } from '../scale/reader.ts'
import { ScaleReader as Reader } from '../scale/reader.ts'
import { ScaleWriter } from '../scale/writer.ts'

export interface Type<T> {
  /** What metadata says about the type. */
  readonly def: TypeDef
  /** The name that metadata gives a field of this type, unless the field names another. */
  readonly typeName: string
  /** Fewest bytes that any value takes; bounds the allocation of a sequence. */
  readonly sizeMin: number
  write(writer: ScaleWriter, value: T): void
  read(reader: ScaleReader): T
}

/** The TypeScript type of the values that `X` describes. */
export type TypeOf<X> = X extends Type<infer T> ? T : never

/** A type whose values nobody looks into: what heterogeneous lists of declarations hold. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where a list of unlike types is named
export type AnyType = Type<any>

export type PrimitiveName =
  | 'bool'
  | 'char'
  | 'str'
  | 'u8'
  | 'u16'
  | 'u32'
  | 'u64'
  | 'u128'
  | 'u256'
  | 'i8'
  | 'i16'
  | 'i32'
  | 'i64'
  | 'i128'
  | 'i256'

/** Enumerations that the runtime assembles from its pallets. */
export type OuterName =
  | 'RuntimeCall'
  | 'RuntimeEvent'
  | 'RuntimeError'
  | 'OriginCaller'
  | 'UncheckedExtrinsic'

export interface FieldDef {
  /** As metadata spells it; absent in tuple-like composites. */
  readonly name?: string
  readonly type: AnyType
  readonly typeName?: string
  readonly docs?: string
}

export interface VariantDef {
  readonly name: string
  readonly index: number
  readonly fields: readonly FieldDef[]
  readonly docs?: string
}

/** Generic parameter of a named type; without a type where the chain skips it. */
export interface ParamDef {
  readonly name: string
  readonly type?: AnyType
}

export type TypeDef =
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  | {
      readonly kind: 'composite'
      readonly path: string
      readonly params: readonly ParamDef[]
      readonly fields: readonly FieldDef[]
      /** Tells apart types that agree in path and parameters but not in what the chain skips. */
      readonly key?: string
    }
  | {
      readonly kind: 'variant'
      readonly path: string
      readonly params: readonly ParamDef[]
      readonly variants: readonly VariantDef[]
      readonly key?: string
    }
  | { readonly kind: 'sequence'; readonly item: AnyType }
  | { readonly kind: 'array'; readonly item: AnyType; readonly size: number }
  | { readonly kind: 'tuple'; readonly items: readonly AnyType[] }
  | { readonly kind: 'compact'; readonly item: AnyType }
  | { readonly kind: 'outer'; readonly name: OuterName }
  /** A type that refers to itself; asked for only when the registry is built. */
  | { readonly kind: 'lazy'; readonly get: () => AnyType }

const scratch = new ScaleWriter(4096)
let scratchBusy = false

/** SCALE bytes of one value. */
export function encode<T>(type: Type<T>, value: T): Uint8Array {
  if (scratchBusy) {
    const writer = new ScaleWriter()
    type.write(writer, value)
    return writer.finish()
  }
  scratchBusy = true
  try {
    scratch.reset()
    type.write(scratch, value)
    return scratch.finish()
  } finally {
    scratchBusy = false
  }
}

/**
 * The value that `bytes` encode.
 *
 * @throws ScaleError  the bytes are not exactly one encoding of the type
 */
export function decode<T>(type: Type<T>, bytes: Uint8Array, calls?: CallTable): T {
  const reader = new Reader(bytes, calls)
  const value = type.read(reader)
  reader.end()
  return value
}

/** Like `decode`, but bytes after the value are ignored, as the chain does with storage values. */
export function decodePrefix<T>(type: Type<T>, bytes: Uint8Array, calls?: CallTable): T {
  return type.read(new Reader(bytes, calls))
}
