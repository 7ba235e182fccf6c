/**
 * Metadata as text that two registries with different numberings can be compared by: every type is
 * written out by path, fields and type names.
 *
 * @module
 */
import {
  decAnyMetadata,
  type UnifiedMetadata,
  unifyMetadata,
} from '@polkadot-api/substrate-bindings'

export type { UnifiedMetadata } from '@polkadot-api/substrate-bindings'

export function decodeMetadata(bytes: Uint8Array): UnifiedMetadata {
  return unifyMetadata(decAnyMetadata(bytes))
}

/** Enumerations over all pallets: they differ by the pallets that are in, so only their name counts. */
const OUTER = /::(RuntimeCall|RuntimeEvent|RuntimeError|Runtime|OriginCaller|RuntimeHoldReason)$/
/** The runtime crate of the recording, where the chain's own says `node_subtensor_runtime`. */
const RECORDED_CRATE = /^mini3::/

type Lookup = UnifiedMetadata['lookup']
type Field = { name?: string | undefined; type: number; typeName?: string | undefined }

export class TypeText {
  readonly #lookup: Lookup
  readonly #known = new Map<number, string>()
  readonly #open = new Set<number>()

  constructor(lookup: Lookup) {
    this.#lookup = lookup
  }

  /** The type written out. A type inside itself is written by name only. */
  of(id: number): string {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const entry = this.#lookup[id]
    if (entry === undefined) throw new Error(`no type ${id}`)
    const path = entry.path.join('::').replace(RECORDED_CRATE, 'node_subtensor_runtime::')
    if (this.#open.has(id) || OUTER.test(path)) return path
    this.#open.add(id)
    const text = `${path}${this.#params(entry.params)}${this.#def(entry.def)}`
    this.#open.delete(id)
    // Inside a cycle the text depends on where one came in, so only finished roots are remembered.
    if (this.#open.size === 0) this.#known.set(id, text)
    return text
  }

  fields(fields: readonly Field[]): string {
    return fields
      .map((field) => {
        const name = field.name === undefined ? '' : `${field.name}: `
        const typeName = field.typeName === undefined ? '' : ` "${normal(field.typeName)}"`
        return `${name}${this.of(field.type)}${typeName}`
      })
      .join(', ')
  }

  #params(params: readonly { name: string; type: number | undefined }[]): string {
    if (params.length === 0) return ''
    const texts = params.map(({ name, type }) =>
      type === undefined ? name : `${name}=${this.of(type)}`,
    )
    return `<${texts.join(', ')}>`
  }

  #def(def: Lookup[number]['def']): string {
    switch (def.tag) {
      case 'composite':
        return `{${this.fields(def.value)}}`
      case 'variant':
        return `[${this.variants(def.value).join(' | ')}]`
      case 'sequence':
        return `Vec<${this.of(def.value)}>`
      case 'compact':
        return `Compact<${this.of(def.value)}>`
      case 'array':
        return `[${this.of(def.value.type)}; ${def.value.len}]`
      case 'tuple':
        return `(${def.value.map((item) => this.of(item)).join(', ')})`
      case 'primitive':
        return def.value.tag
      default:
        throw new Error('bit sequences are not expected')
    }
  }

  variants(
    variants: readonly { name: string; index: number; fields: readonly Field[] }[],
  ): string[] {
    return [...variants]
      .sort((a, b) => a.index - b.index)
      .map((variant) => `${variant.index} ${variant.name}(${this.fields(variant.fields)})`)
  }

  variantsOf(id: number): { name: string; index: number; fields: readonly Field[] }[] {
    const def = this.#lookup[id]?.def
    if (def?.tag !== 'variant') throw new Error(`type ${id} is no enumeration`)
    return def.value
  }
}

function normal(typeName: string): string {
  return typeName.replace(/\s+/g, ' ')
}

/** All items of one pallet, each under a label. */
export function palletItems(meta: UnifiedMetadata, name: string): Map<string, string> | undefined {
  const pallet = meta.pallets.find((candidate) => candidate.name === name)
  if (pallet === undefined) return undefined
  const types = new TypeText(meta.lookup)
  const items = new Map<string, string>()
  items.set('index', String(pallet.index))
  for (const item of pallet.storage?.items ?? []) {
    const { type } = item
    const shape =
      type.tag === 'plain'
        ? types.of(type.value)
        : `${type.value.hashers.map((hasher) => hasher.tag).join()} ${types.of(type.value.key)} => ${types.of(type.value.value)}`
    items.set(
      `storage ${item.name}`,
      `${item.modifier === 0 ? 'optional' : 'default'} ${shape} ${item.fallback}`,
    )
  }
  for (const constant of pallet.constants) {
    items.set(`constant ${constant.name}`, `${types.of(constant.type)} ${constant.value}`)
  }
  for (const part of ['calls', 'events', 'errors'] as const) {
    const ref = pallet[part]
    if (ref === undefined) continue
    for (const variant of types.variantsOf(ref.type)) {
      items.set(`${part.slice(0, -1)} ${variant.name}`, types.variants([variant]).join())
    }
  }
  return items
}

/** The transaction extensions in order: identifier, extra, additionally signed. */
export function extensionTexts(meta: UnifiedMetadata): string[] {
  const types = new TypeText(meta.lookup)
  const { extensionsByVersion } = meta.extrinsic
  return (extensionsByVersion[0] ?? []).map(
    ({ identifier, type, additionalSigned }) =>
      `${identifier}: ${types.of(type)} / ${types.of(additionalSigned)}`,
  )
}
