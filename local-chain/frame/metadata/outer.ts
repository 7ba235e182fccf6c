/**
 * The enumerations over all pallets: RuntimeCall, RuntimeEvent, RuntimeError, OriginCaller, and the
 * extrinsic that carries a call.
 *
 * Source: node_subtensor_runtime, spec_version 425; ../shared/spec/node-rpc.md section 9.
 *
 * @module
 */
import { type ExtrinsicFormat, extrinsicExtra } from '../extension.ts'
import { type AnyPallet, errorDefsOf, eventTypeOf } from '../pallet.ts'
import { callName } from '../runtime.ts'
import { accountId } from '../types/common.ts'
import { bytes } from '../types/primitives.ts'
import type { AnyType, FieldDef, ParamDef, TypeDef, VariantDef } from '../types/type.ts'
import type { OuterTypes } from './registry.ts'

const RUNTIME = 'node_subtensor_runtime'

/** A type that metadata shows and that nothing encodes with: its values travel in other forms. */
export function shown(def: TypeDef): AnyType {
  const refuse = () => {
    throw new Error('a type of metadata only')
  }
  return { def, typeName: '', sizeMin: 0, write: refuse, read: refuse }
}

function variant(
  path: string,
  variants: readonly VariantDef[],
  params: readonly ParamDef[] = [],
): AnyType {
  return shown({ kind: 'variant', path, params, variants })
}

function composite(path: string, fields: readonly FieldDef[], params: readonly ParamDef[]) {
  return shown({ kind: 'composite', path, fields, params })
}

/** The generic parameters of a pallet's enumerations: an instantiable pallet shows its instance. */
function palletParams(pallet: AnyPallet): ParamDef[] {
  const def = pallet.events && eventTypeOf(pallet.events).def
  const instanced = def?.kind === 'variant' && def.params.some((param) => param.name === 'I')
  return instanced ? [{ name: 'T' }, { name: 'I' }] : [{ name: 'T' }]
}

/** The types of one pallet that metadata names; `undefined` where the pallet has no such part. */
export interface PalletTypes {
  readonly call: AnyType | undefined
  readonly event: AnyType | undefined
  readonly error: AnyType | undefined
}

export function palletTypes(pallet: AnyPallet): PalletTypes {
  const params = palletParams(pallet)
  const calls = Object.entries(pallet.calls ?? {}).map(([property, call]) => ({
    name: callName(property, call),
    index: call.index,
    fields: call.fields,
    docs: call.docs,
  }))
  calls.sort((a, b) => a.index - b.index)
  return {
    call: pallet.calls && variant(`${pallet.path}::pallet::Call`, calls, params),
    event: pallet.events && eventTypeOf(pallet.events),
    error:
      pallet.errors && variant(`${pallet.path}::pallet::Error`, errorDefsOf(pallet.errors), params),
  }
}

function perPallet(
  pallets: readonly AnyPallet[],
  pick: (pallet: AnyPallet) => AnyType | undefined,
  typeName: (pallet: AnyPallet) => string,
): VariantDef[] {
  return pallets.flatMap((pallet) => {
    const type = pick(pallet)
    if (type === undefined) return []
    const fields = [{ type, typeName: typeName(pallet) }]
    return [{ name: pallet.name, index: pallet.index, fields }]
  })
}

/** The assembled types, made when the registry asks for them. */
export function outerTypes(
  pallets: readonly AnyPallet[],
  types: ReadonlyMap<AnyPallet, PalletTypes>,
  extrinsic: ExtrinsicFormat,
): OuterTypes {
  const outer: OuterTypes = {
    RuntimeCall: () =>
      variant(
        `${RUNTIME}::RuntimeCall`,
        perPallet(
          pallets,
          (pallet) => types.get(pallet)?.call,
          (pallet) => `frame_support::dispatch::CallableCallFor<${pallet.name}, Runtime>`,
        ),
      ),
    RuntimeEvent: () =>
      variant(
        `${RUNTIME}::RuntimeEvent`,
        perPallet(
          pallets,
          (pallet) => types.get(pallet)?.event,
          (pallet) => `${pallet.path}::Event<Runtime>`,
        ),
      ),
    RuntimeError: () =>
      variant(
        `${RUNTIME}::RuntimeError`,
        perPallet(
          pallets,
          (pallet) => types.get(pallet)?.error,
          (pallet) => `${pallet.path}::Error<Runtime>`,
        ),
      ),
    OriginCaller: () =>
      variant(`${RUNTIME}::OriginCaller`, [
        {
          name: 'system',
          index: 0,
          fields: [{ type: rawOrigin, typeName: 'frame_system::Origin<Runtime>' }],
        },
      ]),
    UncheckedExtrinsic: () => uncheckedExtrinsic(extrinsic),
  }
  return outer
}

const rawOrigin = variant(
  'frame_support::dispatch::RawOrigin',
  [
    { name: 'Root', index: 0, fields: [] },
    { name: 'Signed', index: 1, fields: [{ type: accountId, typeName: 'AccountId' }] },
    { name: 'None', index: 2, fields: [] },
    { name: 'Authorized', index: 3, fields: [] },
  ],
  [{ name: 'AccountId', type: accountId }],
)

/**
 * Clients find address, call, signature and extra by the names of the inner type's parameters; the
 * chain wraps it once more for Ethereum transactions, and names the last parameter differently there.
 */
function uncheckedExtrinsic(extrinsic: ExtrinsicFormat): AnyType {
  const call = shown({ kind: 'outer', name: 'RuntimeCall' })
  const extra = extrinsicExtra(extrinsic)
  const params = [
    { name: 'Address', type: extrinsic.address },
    { name: 'Call', type: call },
    { name: 'Signature', type: extrinsic.signature },
  ]
  const generic = composite(
    'sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic',
    [{ type: bytes }],
    [...params, { name: 'Extra', type: extra }],
  )
  return composite(
    'fp_self_contained::unchecked_extrinsic::UncheckedExtrinsic',
    [
      {
        type: generic,
        typeName: 'generic::UncheckedExtrinsic<Address, Call, Signature, Extension>',
      },
    ],
    [...params, { name: 'Extension', type: extra }],
  )
}
