/**
 * Declarations of a pallet: errors, events, calls, constants, hooks. A pallet is a record of them, a
 * runtime an ordered list of pallets (`runtime.ts`).
 *
 * @module
 */
import type { Context } from './context.ts'
import { DispatchFailure, type PostInfo } from './dispatch-error.ts'
import type { Origin } from './origin.ts'
import type { ByProfile } from './profile.ts'
import type { PalletStorage } from './storage/declare.ts'
import { type FieldSpecs, type FieldValues, fieldDefs, fieldsCodec } from './types/combinators.ts'
import type { DispatchWeight } from './types/common.ts'
import { type EnumValue, enumeration, type VariantSpecs, variantDefs } from './types/enumeration.ts'
import { type AnyType, encode, type FieldDef, type Type, type VariantDef } from './types/type.ts'

// ---------------------------------------------------------------- errors

export type PalletErrors<N extends string = string> = { readonly [K in N]: DispatchFailure } & {
  readonly [errorDefs]: readonly VariantDef[]
}
const errorDefs: unique symbol = Symbol('error definitions')

/**
 * The errors of a pallet, in wire order: the position is the index. The text says cause and cure and
 * reaches users through metadata, so it is never empty.
 *
 * `throw errors.NotEnoughBalance` refuses a call.
 */
export function palletErrors<const N extends string>(
  pallet: { readonly index: number; readonly name: string },
  docs: { readonly [K in N]: string },
): PalletErrors<N> {
  const errors = {} as { [K in N]: DispatchFailure }
  const defs: VariantDef[] = []
  for (const [index, name] of (Object.keys(docs) as N[]).entries()) {
    errors[name] = new DispatchFailure(`${pallet.name}.${name}`, {
      type: 'Module',
      value: { index: pallet.index, error: Uint8Array.of(index, 0, 0, 0) },
    })
    defs.push({ name, index, fields: [], docs: docs[name] })
  }
  return { ...errors, [errorDefs]: defs }
}

/** What metadata lists of a pallet's errors. */
export function errorDefsOf(errors: PalletErrors): readonly VariantDef[] {
  return errors[errorDefs]
}

// ---------------------------------------------------------------- events

/** One event kind: `ctx.emit(events.StakeAdded, value)`. */
export interface EventDef<T> {
  readonly pallet: string
  readonly palletIndex: number
  readonly name: string
  readonly encode: (value: T) => Uint8Array
}
export type PalletEvents<V extends VariantSpecs> = {
  readonly [K in keyof V]: EventDef<Extract<EnumValue<V>, { readonly type: K }>['value']>
} & { readonly [eventType]: Type<EnumValue<V>> }
const eventType: unique symbol = Symbol('event type')

/** What a list of pallets holds. */
export interface AnyPalletEvents {
  readonly [eventType]: AnyType
}

/** The events of a pallet, in wire order. Rust path `<crate>::pallet::Event`. */
export function palletEvents<const V extends VariantSpecs>(
  pallet: { readonly index: number; readonly name: string; readonly path: string },
  variants: V,
  options: {
    readonly params?: AnyParams
    readonly docs?: { readonly [K in keyof V]?: string }
  } = {},
): PalletEvents<V> {
  const type = enumeration(`${pallet.path}::pallet::Event`, variants, {
    params: options.params ?? [{ name: 'T' }],
    typeName: 'RuntimeEvent',
  })
  const events: Record<string, EventDef<unknown>> = {}
  for (const { name } of variantDefs(variants)) {
    events[name] = {
      pallet: pallet.name,
      palletIndex: pallet.index,
      name,
      encode(value) {
        const inner = encode(type, { type: name, value } as EnumValue<V>)
        const bytes = new Uint8Array(inner.length + 1)
        bytes[0] = pallet.index
        bytes.set(inner, 1)
        return bytes
      },
    }
  }
  return Object.assign(events, { [eventType]: type }) as PalletEvents<V>
}

/** The enumeration that metadata shows. */
export function eventTypeOf(events: AnyPalletEvents): AnyType {
  return events[eventType]
}

// ---------------------------------------------------------------- calls

type AnyParams = readonly { readonly name: string; readonly type?: AnyType }[]

/** What a call declares that it costs. */
export interface DispatchInfo {
  readonly weight: DispatchWeight
  readonly class?: 'Normal' | 'Operational' | 'Mandatory'
  readonly paysFee?: 'Yes' | 'No'
}

export interface AnyCall {
  /** Wire index inside the pallet; fixed by the chain, never renumbered. */
  readonly index: number
  /** The chain's spelling where it is not the property's in snake case. */
  readonly name?: string
  readonly docs: string
  readonly fields: readonly FieldDef[]
  readonly codec: { read: AnyType['read']; write: AnyType['write'] }
  info(ctx: Context, args: unknown): DispatchInfo
  run(ctx: Context, origin: Origin, args: unknown): PostInfo | undefined
}

/** A call, with the type of its arguments. */
export interface Call<A> extends AnyCall {
  /** Carries the argument type only. */
  readonly args?: A
}

/**
 * Declares one dispatchable.
 *
 * `run` throws a `DispatchFailure` to refuse. Its writes are undone then, so the order of checks and
 * writes is free; it is kept checks first for the reader.
 */
export function call<C extends Context, const F extends FieldSpecs>(spec: {
  readonly index: number
  readonly name?: string
  readonly docs: string
  readonly args: F
  readonly info: DispatchInfo | ((ctx: C, args: FieldValues<F>) => DispatchInfo)
  readonly run: (ctx: C, origin: Origin, args: FieldValues<F>) => PostInfo | undefined | undefined
}): Call<FieldValues<F>> {
  const { info } = spec
  return {
    index: spec.index,
    ...(spec.name === undefined ? {} : { name: spec.name }),
    docs: spec.docs,
    fields: fieldDefs(spec.args),
    codec: fieldsCodec(spec.args),
    info: (ctx, args) =>
      typeof info === 'function' ? info(ctx as C, args as FieldValues<F>) : info,
    run: (ctx, origin, args) => spec.run(ctx as C, origin, args as FieldValues<F>) ?? undefined,
  }
}

// ---------------------------------------------------------------- constants

export interface ConstantDef<V> {
  readonly type: Type<V>
  readonly value: ByProfile<V>
  readonly name?: string
  readonly docs: string
}

/** A constant that metadata shows. */
export function constant<V>(
  type: Type<V>,
  value: ByProfile<V>,
  options: { readonly name?: string; readonly docs?: string } = {},
): ConstantDef<V> {
  return {
    type,
    value,
    docs: options.docs ?? '',
    ...(options.name === undefined ? {} : { name: options.name }),
  }
}

// ---------------------------------------------------------------- the pallet

export interface AnyPallet {
  readonly name: string
  readonly index: number
  /** Rust path of the crate, `pallet_subtensor`: the head of the type paths in metadata. */
  readonly path: string
  readonly storage?: PalletStorage
  readonly calls?: { readonly [property: string]: AnyCall }
  readonly events?: AnyPalletEvents
  readonly errors?: PalletErrors
  // biome-ignore lint/suspicious/noExplicitAny: as AnyType
  readonly constants?: { readonly [property: string]: ConstantDef<any> }
  readonly docs?: string
  /** Runs at the start of every block, in pallet order. */
  onInitialize?(ctx: Context): void
  /** Runs after the last extrinsic, in pallet order. */
  onFinalize?(ctx: Context): void
}

/** Only names the shape; the type of each part stays as precise as it was written. */
export function pallet<const P extends AnyPallet>(declaration: P): P {
  return declaration
}
