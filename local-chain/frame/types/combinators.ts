/**
 * Types made of types: sequences, tuples, options, structs, enumerations, maps.
 *
 * @module
 */
import { ScaleError } from '../scale/reader.ts'
import { toSnakeCase } from './names.ts'
import { u8 } from './primitives.ts'
import type { AnyType, FieldDef, ParamDef, Type, TypeDef, TypeOf } from './type.ts'

export function vec<T>(item: Type<T>): Type<readonly T[]> {
  return {
    def: { kind: 'sequence', item },
    typeName: `Vec<${item.typeName}>`,
    sizeMin: 1,
    write(w, values) {
      w.compact(values.length)
      for (const value of values) item.write(w, value)
    },
    read(r) {
      const count = r.length(item.sizeMin)
      const values = new Array<T>(count)
      r.enter()
      for (let i = 0; i < count; i++) values[i] = item.read(r)
      r.leave()
      return values
    },
  }
}

export function array<T>(item: Type<T>, size: number): Type<readonly T[]> {
  return {
    def: { kind: 'array', item, size },
    typeName: `[${item.typeName}; ${size}]`,
    sizeMin: item.sizeMin * size,
    write(w, values) {
      if (values.length !== size) throw new RangeError(`expected ${size} values`)
      for (const value of values) item.write(w, value)
    },
    read: (r) => Array.from({ length: size }, () => item.read(r)),
  }
}

type TupleOf<I extends readonly AnyType[]> = { readonly [K in keyof I]: TypeOf<I[K]> }

export function tuple<const I extends readonly AnyType[]>(...items: I): Type<TupleOf<I>> {
  return {
    def: { kind: 'tuple', items },
    typeName: `(${items.map((item) => item.typeName).join(', ')})`,
    sizeMin: items.reduce((sum, item) => sum + item.sizeMin, 0),
    write(w, values) {
      for (let i = 0; i < items.length; i++) items[i]?.write(w, values[i])
    },
    read: (r) => items.map((item) => item.read(r)) as TupleOf<I>,
  }
}

/** `Option<T>`; none is `undefined`. `Option<Option<T>>` cannot be told apart and is not used. */
export function option<T>(item: Type<T>): Type<T | undefined> {
  return {
    def: {
      kind: 'variant',
      path: 'Option',
      params: [{ name: 'T', type: item }],
      variants: [
        { name: 'None', index: 0, fields: [] },
        { name: 'Some', index: 1, fields: [{ type: item }] },
      ],
    },
    typeName: `Option<${item.typeName}>`,
    sizeMin: 1,
    write(w, value) {
      if (value === undefined) w.u8(0)
      else {
        w.u8(1)
        item.write(w, value)
      }
    },
    read(r) {
      const flag = r.u8()
      if (flag > 1) throw new ScaleError(`${flag} is neither None nor Some`)
      return flag === 0 ? undefined : item.read(r)
    },
  }
}

/** `Compact<T>` of a number type. */
export function compact<T extends number | bigint>(item: Type<T>): Type<T> {
  const def = item.def
  if (def.kind !== 'primitive') throw new Error('only integers have a compact form')
  const bits = Number(def.name.slice(1))
  const max = (1n << BigInt(bits)) - 1n
  return {
    def: { kind: 'compact', item },
    typeName: item.typeName,
    sizeMin: 1,
    write(w, value) {
      w.compactBig(BigInt(value))
    },
    read(r) {
      const value = r.compactBig()
      if (value > max) throw new ScaleError(`compact value exceeds ${def.name}`)
      return (bits > 32 ? value : Number(value)) as T
    },
  }
}

/** A field that needs more than its type: another type name, or a spelling that the rule misses. */
export interface FieldSpec<T> {
  readonly type: Type<T>
  readonly typeName?: string
  readonly name?: string
  readonly docs?: string
}
// biome-ignore lint/suspicious/noExplicitAny: as AnyType
export type FieldSpecs = { readonly [name: string]: AnyType | FieldSpec<any> }
export type FieldValue<F> = F extends Type<infer T> ? T : F extends FieldSpec<infer T> ? T : never
export type FieldValues<F extends FieldSpecs> = { readonly [K in keyof F]: FieldValue<F[K]> }

/** A field whose metadata type name differs from its type's own. */
export function named<T>(typeName: string, type: Type<T>): FieldSpec<T> {
  return { type, typeName }
}

// biome-ignore lint/suspicious/noExplicitAny: as AnyType
export type AnyFieldSpec = FieldSpec<any>

export function fieldSpec(field: AnyType | AnyFieldSpec): AnyFieldSpec {
  return 'def' in field ? { type: field } : field
}

/** Fields as metadata lists them, in declaration order. */
export function fieldDefs(fields: FieldSpecs): FieldDef[] {
  return Object.entries(fields).map(([key, field]) => {
    const spec = fieldSpec(field)
    return {
      name: spec.name ?? toSnakeCase(key),
      type: spec.type,
      typeName: spec.typeName ?? spec.type.typeName,
      ...(spec.docs === undefined ? {} : { docs: spec.docs }),
    }
  })
}

/** Codec of a list of named fields, without a metadata entry of its own: call and event arguments. */
export function fieldsCodec<F extends FieldSpecs>(
  fields: F,
): Pick<Type<FieldValues<F>>, 'read' | 'write' | 'sizeMin'> {
  const keys = Object.keys(fields)
  const types = keys.map((key) => {
    return fieldSpec(fields[key] as AnyType | AnyFieldSpec).type
  })
  return {
    sizeMin: types.reduce((sum, type) => sum + type.sizeMin, 0),
    write(w, value) {
      const record = value as Record<string, unknown>
      for (let i = 0; i < keys.length; i++) types[i]?.write(w, record[keys[i] as string])
    },
    read(r) {
      const record: Record<string, unknown> = {}
      for (let i = 0; i < keys.length; i++) record[keys[i] as string] = types[i]?.read(r)
      return record as FieldValues<F>
    },
  }
}

export interface NamedOptions {
  readonly params?: readonly ParamDef[]
  readonly typeName?: string
  readonly key?: string
}

export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf(':') + 1)
}

/** A composite with named fields. `path` is the Rust path that metadata shows, `::` separated. */
export function struct<const F extends FieldSpecs>(
  path: string,
  fields: F,
  options: NamedOptions = {},
): Type<FieldValues<F>> {
  return {
    def: {
      kind: 'composite',
      path,
      params: options.params ?? [],
      fields: fieldDefs(fields),
      ...keyOf(options),
    },
    typeName: options.typeName ?? lastSegment(path),
    ...fieldsCodec(fields),
  }
}

export function keyOf(options: NamedOptions): { key?: string } {
  return options.key === undefined ? {} : { key: options.key }
}

/** A composite around one unnamed field; the TypeScript value is the field's own. */
export function newtype<T>(
  path: string,
  inner: Type<T>,
  options: NamedOptions & { readonly innerName?: string } = {},
): Type<T> {
  const field: FieldDef = { type: inner, typeName: options.innerName ?? inner.typeName }
  return {
    def: {
      kind: 'composite',
      path,
      params: options.params ?? [],
      fields: [field],
      ...keyOf(options),
    },
    typeName: options.typeName ?? lastSegment(path),
    sizeMin: inner.sizeMin,
    write: (w, value) => inner.write(w, value),
    read: (r) => inner.read(r),
  }
}

/** `BTreeMap<K, V>` as ordered pairs. The writer of a value keeps them sorted and distinct by key. */
export function btreeMap<K, V>(key: Type<K>, value: Type<V>): Type<readonly (readonly [K, V])[]> {
  const pairs = vec(tuple(key, value)) as Type<readonly (readonly [K, V])[]>
  return {
    ...pairs,
    def: {
      kind: 'composite',
      path: 'BTreeMap',
      params: [
        { name: 'K', type: key },
        { name: 'V', type: value },
      ],
      fields: [{ type: pairs }],
    },
    typeName: `BTreeMap<${key.typeName}, ${value.typeName}>`,
  }
}

/** `BTreeSet<T>` as an ordered list. */
export function btreeSet<T>(item: Type<T>): Type<readonly T[]> {
  const items = vec(item)
  return {
    ...items,
    def: {
      kind: 'composite',
      path: 'BTreeSet',
      params: [{ name: 'T', type: item }],
      fields: [{ type: items }],
    },
    typeName: `BTreeSet<${item.typeName}>`,
  }
}

/** `BoundedVec<T, S>`: refuses longer input. `wrapper` names the Rust path. */
export function boundedVec<T>(item: Type<T>, max: number, weak = false): Type<readonly T[]> {
  return bounded(vec(item), item, max, weak, (value) => value.length)
}

/** `BoundedVec<u8, S>` as bytes. */
export function boundedBytes(inner: Type<Uint8Array>, max: number): Type<Uint8Array> {
  return bounded(inner, u8, max, false, (value) => value.length)
}

function bounded<T>(
  inner: Type<T>,
  item: AnyType,
  max: number,
  weak: boolean,
  lengthOf: (value: T) => number,
): Type<T> {
  const path = weak
    ? 'bounded_collections::weak_bounded_vec::WeakBoundedVec'
    : 'bounded_collections::bounded_vec::BoundedVec'
  const def: TypeDef = {
    kind: 'composite',
    path,
    params: [{ name: 'T', type: item }, { name: 'S' }],
    fields: [{ type: inner, typeName: 'Vec<T>' }],
    key: `${max}`,
  }
  return {
    def,
    typeName: `BoundedVec<${item.typeName}, ConstU32<${max}>>`,
    sizeMin: 1,
    write(w, value) {
      if (!weak && lengthOf(value) > max) throw new RangeError(`more than ${max} items`)
      inner.write(w, value)
    },
    read(r) {
      const value = inner.read(r)
      if (!weak && lengthOf(value) > max) throw new ScaleError(`more than ${max} items`)
      return value
    },
  }
}

/** A type that contains itself. */
export function lazy<T>(typeName: string, get: () => Type<T>): Type<T> {
  return {
    def: { kind: 'lazy', get },
    typeName,
    sizeMin: 0,
    write: (w, value) => get().write(w, value),
    read: (r) => get().read(r),
  }
}
