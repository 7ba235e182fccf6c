/**
 * The type registry of metadata: every type that a declaration mentions, once, under a number.
 *
 * Two declarations are one type when they agree in path, parameters and key (named types) or in
 * structure (all others). That named twins really agree in their fields too is checked, because a
 * client would decode with whichever came first.
 *
 * Source: scale-info `PortableRegistry`; ../shared/spec/node-rpc.md section 9.
 *
 * @module
 */
import type { AnyType, FieldDef, OuterName, PrimitiveName, TypeDef } from '../types/type.ts'

/** A field with the number of its type. */
export interface RegistryField {
  readonly name: string | undefined
  readonly type: number
  readonly typeName: string | undefined
  readonly docs: string
}

export type RegistryDef =
  | { readonly kind: 'composite'; readonly fields: readonly RegistryField[] }
  | {
      readonly kind: 'variant'
      readonly variants: readonly {
        readonly name: string
        readonly index: number
        readonly fields: readonly RegistryField[]
        readonly docs: string
      }[]
    }
  | { readonly kind: 'sequence' | 'compact'; readonly item: number }
  | { readonly kind: 'array'; readonly item: number; readonly size: number }
  | { readonly kind: 'tuple'; readonly items: readonly number[] }
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }

/** A registered type; its number is its position. */
export interface RegistryEntry {
  readonly path: readonly string[]
  readonly params: readonly { readonly name: string; readonly type: number | undefined }[]
  readonly def: RegistryDef
}

type NamedDef = Extract<TypeDef, { kind: 'composite' | 'variant' }>
type Shaped = Exclude<TypeDef, NamedDef | { kind: 'outer' } | { kind: 'lazy' }>

/** Definitions of the enumerations that a runtime assembles from its pallets. */
export type OuterTypes = { readonly [N in OuterName]: () => AnyType }

export class TypeRegistry {
  readonly #entries: (RegistryEntry | undefined)[] = []
  readonly #byDef = new Map<TypeDef, number>()
  readonly #byName = new Map<string, number>()
  readonly #twins: { readonly def: NamedDef; readonly id: number }[] = []
  readonly #outer: OuterTypes
  readonly #madeOuter = new Map<OuterName, TypeDef>()

  constructor(outer: OuterTypes) {
    this.#outer = outer
  }

  /** Number of a type, given to it now if it has none. */
  idOf(type: AnyType): number {
    return this.#idOfDef(type.def)
  }

  /**
   * All types by number.
   *
   * @throws Error  two declarations share a name and differ
   */
  entries(): readonly RegistryEntry[] {
    // Checking a twin may bring in types that only it mentions.
    for (let i = 0; i < this.#twins.length; i++) {
      const twin = this.#twins[i] as { def: NamedDef; id: number }
      const known = this.#entries[twin.id]
      if (
        known === undefined ||
        JSON.stringify(known.def) !== JSON.stringify(this.#shape(twin.def))
      )
        throw new Error(`two types named ${twin.def.path} differ: give one a key`)
    }
    this.#twins.length = 0
    return this.#entries as RegistryEntry[]
  }

  #idOfDef(def: TypeDef): number {
    const known = this.#byDef.get(def)
    if (known !== undefined) return known
    const id = this.#register(def)
    this.#byDef.set(def, id)
    return id
  }

  #register(def: TypeDef): number {
    switch (def.kind) {
      case 'lazy':
        return this.idOf(def.get())
      case 'outer':
        return this.#registerOuter(def.name)
      case 'composite':
      case 'variant':
        return this.#registerNamed(def)
      default:
        return this.#registerShaped(def)
    }
  }

  #registerOuter(name: OuterName): number {
    // Made once and remembered before its fields are looked at: RuntimeCall holds itself.
    let made = this.#madeOuter.get(name)
    if (made === undefined) {
      made = this.#outer[name]().def
      this.#madeOuter.set(name, made)
    }
    return this.#idOfDef(made)
  }

  #registerNamed(def: NamedDef): number {
    const params = def.params.map((param) => ({
      name: param.name,
      type: param.type === undefined ? undefined : this.idOf(param.type),
    }))
    const ids = params.map((param) => param.type ?? '_').join()
    const name = `${def.path}<${ids}>${def.key ?? ''}`
    const known = this.#byName.get(name)
    if (known !== undefined) {
      this.#twins.push({ def, id: known })
      return known
    }
    const id = this.#entries.push(undefined) - 1
    this.#byName.set(name, id)
    this.#byDef.set(def, id)
    this.#entries[id] = { path: def.path.split('::'), params, def: this.#shape(def) }
    return id
  }

  #registerShaped(def: Shaped): number {
    const shape = this.#shape(def)
    // No path of a named type holds a space.
    const name = Object.values(shape).join(' ')
    let id = this.#byName.get(name)
    if (id === undefined) {
      id = this.#entries.push({ path: [], params: [], def: shape }) - 1
      this.#byName.set(name, id)
    }
    return id
  }

  #shape(def: NamedDef | Shaped): RegistryDef {
    switch (def.kind) {
      case 'composite':
        return { kind: 'composite', fields: this.#fields(def.fields) }
      case 'variant':
        return {
          kind: 'variant',
          variants: def.variants.map((variant) => ({
            name: variant.name,
            index: variant.index,
            fields: this.#fields(variant.fields),
            docs: variant.docs ?? '',
          })),
        }
      case 'sequence':
      case 'compact':
        return { kind: def.kind, item: this.idOf(def.item) }
      case 'array':
        return { kind: 'array', item: this.idOf(def.item), size: def.size }
      case 'tuple':
        return { kind: 'tuple', items: def.items.map((item) => this.idOf(item)) }
      case 'primitive':
        return { kind: 'primitive', name: def.name }
    }
  }

  #fields(fields: readonly FieldDef[]): RegistryField[] {
    return fields.map((field) => ({
      name: field.name,
      type: this.idOf(field.type),
      typeName: field.typeName,
      docs: field.docs ?? '',
    }))
  }
}
