/**
 * What metadata says, in a form that no version fixes: gathered once from the declarations, with
 * every type replaced by its number.
 *
 * @module
 */
import { type ExtrinsicFormat, extensionList, extrinsicExtra } from '../extension.ts'
import type { AnyPallet } from '../pallet.ts'
import { inProfile, type ProfileName } from '../profile.ts'
import { apiMethodName, type RuntimeApi } from '../runtime-api.ts'
import { itemName } from '../storage/bind.ts'
import type { AnyStorageItem, PalletStorage } from '../storage/declare.ts'
import type { HasherName } from '../storage/hashers.ts'
import { tuple } from '../types/combinators.ts'
import { accountId } from '../types/common.ts'
import { toPascalCase } from '../types/names.ts'
import { type AnyType, encode, type OuterName } from '../types/type.ts'
import { outerTypes, palletTypes, shown } from './outer.ts'
import { type RegistryEntry, TypeRegistry } from './registry.ts'

export interface StorageMeta {
  readonly name: string
  readonly optional: boolean
  readonly hashers: readonly HasherName[]
  /** Type of the key, absent for a single value; several keys are one tuple. */
  readonly key: number | undefined
  readonly value: number
  readonly fallback: Uint8Array
  readonly docs: string
}

export interface ConstantMeta {
  readonly name: string
  readonly type: number
  readonly value: Uint8Array
  readonly docs: string
}

export interface PalletMeta {
  readonly name: string
  readonly index: number
  readonly docs: string
  /** `undefined` where the pallet stores nothing. */
  readonly storage: readonly StorageMeta[] | undefined
  readonly calls: number | undefined
  readonly events: number | undefined
  readonly errors: number | undefined
  readonly constants: readonly ConstantMeta[]
}

export interface ApiMeta {
  readonly name: string
  readonly version: number
  readonly docs: string
  readonly methods: readonly {
    readonly name: string
    readonly inputs: readonly { readonly name: string; readonly type: number }[]
    readonly output: number
    readonly docs: string
  }[]
}

export interface MetadataModel {
  readonly types: readonly RegistryEntry[]
  readonly pallets: readonly PalletMeta[]
  readonly apis: readonly ApiMeta[]
  readonly extrinsic: {
    readonly type: number
    readonly address: number
    readonly call: number
    readonly signature: number
    readonly extra: number
    readonly extensions: readonly {
      readonly identifier: string
      readonly extra: number
      readonly implicit: number
    }[]
  }
  readonly runtime: number
  readonly outer: { readonly call: number; readonly event: number; readonly error: number }
}

export interface MetadataSource {
  readonly pallets: readonly AnyPallet[]
  readonly apis: readonly RuntimeApi[]
  readonly extrinsic: ExtrinsicFormat
  readonly profile: ProfileName
  /** Items that metadata shows behind a pallet's own, by the pallet's name. */
  readonly extraStorage?: { readonly [pallet: string]: PalletStorage }
}

const OPTION_NONE = Uint8Array.of(0)

const outer = (name: OuterName) => shown({ kind: 'outer', name })
const runtimeType = shown({
  kind: 'composite',
  path: 'node_subtensor_runtime::Runtime',
  params: [],
  fields: [],
})

export function collectMetadata(source: MetadataSource): MetadataModel {
  const { pallets, apis, extrinsic } = source
  const types = new Map(pallets.map((pallet) => [pallet, palletTypes(pallet)]))
  const registry = new TypeRegistry(outerTypes(pallets, types, extrinsic))
  // The Python clients take type 0 for the account.
  registry.idOf(accountId)

  const idOrNone = (type: AnyType | undefined) =>
    type === undefined ? undefined : registry.idOf(type)
  const palletMetas = pallets.map((pallet): PalletMeta => {
    const own = types.get(pallet)
    const storage = { ...pallet.storage, ...source.extraStorage?.[pallet.name] }
    return {
      name: pallet.name,
      index: pallet.index,
      docs: pallet.docs ?? '',
      storage:
        Object.keys(storage).length === 0
          ? undefined
          : Object.entries(storage).map(([property, item]) =>
              storageMeta(registry, source.profile, property, item),
            ),
      calls: idOrNone(own?.call),
      events: idOrNone(own?.event),
      errors: idOrNone(own?.error),
      constants: Object.entries(pallet.constants ?? {}).map(([property, constant]) => ({
        name: constant.name ?? toPascalCase(property),
        type: registry.idOf(constant.type),
        value: encode(constant.type, inProfile(constant.value, source.profile)),
        docs: constant.docs,
      })),
    }
  })
  const apiMetas = apis.map((api) => apiMeta(registry, api))
  const extrinsicMeta = {
    type: registry.idOf(outer('UncheckedExtrinsic')),
    address: registry.idOf(extrinsic.address),
    call: registry.idOf(outer('RuntimeCall')),
    signature: registry.idOf(extrinsic.signature),
    extra: registry.idOf(extrinsicExtra(extrinsic)),
    extensions: extensionList(extrinsic).map((extension) => ({
      identifier: extension.identifier,
      extra: registry.idOf(extension.extra),
      implicit: registry.idOf(extension.implicit),
    })),
  }
  return {
    pallets: palletMetas,
    apis: apiMetas,
    extrinsic: extrinsicMeta,
    runtime: registry.idOf(runtimeType),
    outer: {
      call: extrinsicMeta.call,
      event: registry.idOf(outer('RuntimeEvent')),
      error: registry.idOf(outer('RuntimeError')),
    },
    types: registry.entries(),
  }
}

function storageMeta(
  registry: TypeRegistry,
  profile: ProfileName,
  property: string,
  item: AnyStorageItem,
): StorageMeta {
  const keys = item.keys.map((key) => key.type as AnyType)
  const [first] = keys
  return {
    name: itemName(property, item),
    optional: item.optional,
    hashers: item.keys.map((key) => key.hasher),
    key:
      first === undefined ? undefined : registry.idOf(keys.length === 1 ? first : tuple(...keys)),
    value: registry.idOf(item.type),
    fallback: item.optional ? OPTION_NONE : encode(item.type, inProfile(item.default, profile)),
    docs: item.docs,
  }
}

function apiMeta(registry: TypeRegistry, api: RuntimeApi): ApiMeta {
  return {
    name: api.name,
    version: api.version,
    docs: api.docs,
    methods: Object.entries(api.methods).map(([property, method]) => ({
      name: apiMethodName(property, method),
      inputs: method.inputs.map((input) => ({
        name: input.name ?? '',
        type: registry.idOf(input.type),
      })),
      output: registry.idOf(method.returns),
      docs: method.docs,
    })),
  }
}
