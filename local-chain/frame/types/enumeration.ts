/**
 * Rust enums: variants with fields, tuple-like ones, bare ones.
 *
 * @module
 */
import { ScaleError } from '../scale/reader.ts'
import {
  type AnyFieldSpec,
  type FieldSpecs,
  type FieldValue,
  type FieldValues,
  fieldDefs,
  fieldSpec,
  fieldsCodec,
  keyOf,
  lastSegment,
  type NamedOptions,
  tuple,
} from './combinators.ts'
import type { AnyType, FieldDef, Type, VariantDef } from './type.ts'

/**
 * Variants of an enumeration: `null` for a bare variant, fields, or a list of types for a tuple-like
 * one. A number in front fixes the index; otherwise it is the position.
 */
type VariantBody = null | FieldSpecs | readonly (AnyType | AnyFieldSpec)[]
export type VariantSpecs = { readonly [name: string]: VariantBody | readonly [number, VariantBody] }

type BodyOf<V> = V extends readonly [number, infer B] ? (B extends VariantBody ? B : V) : V
type BodyValue<B> = B extends null
  ? undefined
  : B extends readonly (AnyType | AnyFieldSpec)[]
    ? B extends readonly [infer One]
      ? FieldValue<One>
      : { readonly [K in keyof B]: FieldValue<B[K]> }
    : B extends FieldSpecs
      ? FieldValues<B>
      : never

/**
 * Value of an enumeration: `{ type, value }`. A tuple-like variant of one field carries the field's
 * value itself, of several a tuple; a bare variant carries `undefined`.
 */
export type EnumValue<V extends VariantSpecs> = {
  [K in keyof V]: BodyValue<BodyOf<V[K]>> extends undefined
    ? { readonly type: K; readonly value?: undefined }
    : { readonly type: K; readonly value: BodyValue<BodyOf<V[K]>> }
}[keyof V]

function hasIndex(
  spec: VariantBody | readonly [number, VariantBody],
): spec is readonly [number, VariantBody] {
  return Array.isArray(spec) && typeof spec[0] === 'number'
}

function tupleFields(items: readonly (AnyType | AnyFieldSpec)[]): FieldDef[] {
  return items.map((item) => {
    const spec = fieldSpec(item)
    return { type: spec.type, typeName: spec.typeName ?? spec.type.typeName }
  })
}

interface VariantCodec {
  readonly name: string
  readonly index: number
  readonly sizeMin: number
  write(w: Parameters<AnyType['write']>[0], value: unknown): void
  read(r: Parameters<AnyType['read']>[0]): unknown
}

function variantCodec(name: string, index: number, body: VariantBody): VariantCodec {
  if (body === null) return { name, index, sizeMin: 0, write() {}, read: () => undefined }
  if (!Array.isArray(body))
    return { name, index, ...fieldsCodec(body as FieldSpecs) } as VariantCodec
  const types = tupleFields(body).map((field) => field.type)
  const one = types[0]
  if (types.length === 1 && one !== undefined) {
    return { name, index, sizeMin: one.sizeMin, write: one.write, read: one.read }
  }
  const all = tuple(...types)
  return { name, index, sizeMin: all.sizeMin, write: all.write, read: all.read } as VariantCodec
}

/** Variants as metadata lists them. */
export function variantDefs(variants: VariantSpecs): VariantDef[] {
  return Object.entries(variants).map(([name, spec], position) => {
    const [index, body] = hasIndex(spec) ? spec : [position, spec as VariantBody]
    const fields =
      body === null ? [] : Array.isArray(body) ? tupleFields(body) : fieldDefs(body as FieldSpecs)
    return { name, index, fields }
  })
}

/** A Rust enum. */
export function enumeration<const V extends VariantSpecs>(
  path: string,
  variants: V,
  options: NamedOptions = {},
): Type<EnumValue<V>> {
  const codecs = Object.entries(variants).map(([name, spec], position) => {
    const [index, body] = hasIndex(spec) ? spec : [position, spec as VariantBody]
    return variantCodec(name, index, body)
  })
  const byName = new Map(codecs.map((codec) => [codec.name, codec]))
  const byIndex = new Map(codecs.map((codec) => [codec.index, codec]))
  return {
    def: {
      kind: 'variant',
      path,
      params: options.params ?? [],
      variants: variantDefs(variants),
      ...keyOf(options),
    },
    typeName: options.typeName ?? lastSegment(path),
    sizeMin: 1,
    write(w, value) {
      const codec = byName.get(value.type as string)
      if (codec === undefined) throw new RangeError(`${String(value.type)} is not a ${path}`)
      w.u8(codec.index)
      codec.write(w, value.value)
    },
    read(r) {
      const index = r.u8()
      const codec = byIndex.get(index)
      if (codec === undefined) throw new ScaleError(`${path} has no variant ${index}`)
      r.enter()
      const value = codec.read(r)
      r.leave()
      return { type: codec.name, value } as EnumValue<V>
    },
  }
}

/** A Rust enum without data; the value is the variant's name. Numbers fix indices where they jump. */
export function plainEnum<const N extends string>(
  path: string,
  names: readonly (N | readonly [number, N])[],
  options: NamedOptions = {},
): Type<N> {
  const entries = names.map((entry, position): readonly [number, N] =>
    typeof entry === 'string' ? [position, entry as N] : (entry as readonly [number, N]),
  )
  const byIndex = new Map<number, N>(entries)
  const byName = new Map<N, number>(entries.map(([index, name]) => [name, index]))
  return {
    def: {
      kind: 'variant',
      path,
      params: options.params ?? [],
      variants: entries.map(([index, name]) => ({ name, index, fields: [] })),
      ...keyOf(options),
    },
    typeName: options.typeName ?? lastSegment(path),
    sizeMin: 1,
    write(w, value) {
      const index = byName.get(value)
      if (index === undefined) throw new RangeError(`${value} is not a ${path}`)
      w.u8(index)
    },
    read(r) {
      const index = r.u8()
      const name = byIndex.get(index)
      if (name === undefined) throw new ScaleError(`${path} has no variant ${index}`)
      return name
    },
  }
}
