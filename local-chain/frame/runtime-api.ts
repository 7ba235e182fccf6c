/**
 * Runtime APIs: questions that clients ask a runtime about the state of a block (`state_call`). One
 * declaration gives the codec of the arguments and of the answer, the metadata entry and the entry in
 * the runtime's version.
 *
 * Source: sp_api; ../shared/spec/runtime-api.md section 1.
 *
 * @module
 */
import { blake2b } from '@noble/hashes/blake2.js'
import type { Context } from './context.ts'
import { ScaleReader } from './scale/reader.ts'
import { type FieldSpecs, type FieldValues, fieldDefs, fieldsCodec } from './types/combinators.ts'
import { toSnakeCase } from './types/names.ts'
import { type AnyType, encode, type FieldDef, type Type } from './types/type.ts'

export interface AnyApiMethod {
  /** The chain's spelling where it is not the property's in snake case. */
  readonly name?: string
  readonly docs: string
  readonly inputs: readonly FieldDef[]
  readonly returns: AnyType
  readArgs(reader: ScaleReader): unknown
  run(ctx: Context, args: unknown): unknown
}

export interface RuntimeApi {
  /** Name of the Rust trait. */
  readonly name: string
  readonly version: number
  readonly docs: string
  readonly methods: { readonly [property: string]: AnyApiMethod }
}

/** Declares one method. `run` reads the state and answers; it never fails on what a client sends. */
export function apiMethod<C extends Context, const F extends FieldSpecs, R>(spec: {
  readonly name?: string
  readonly docs: string
  readonly args: F
  readonly returns: Type<R>
  readonly run: (ctx: C, args: FieldValues<F>) => R
}): AnyApiMethod {
  const codec = fieldsCodec(spec.args)
  return {
    ...(spec.name === undefined ? {} : { name: spec.name }),
    docs: spec.docs,
    inputs: fieldDefs(spec.args),
    returns: spec.returns,
    readArgs: (reader) => codec.read(reader),
    run: (ctx, args) => spec.run(ctx as C, args as FieldValues<F>),
  }
}

/** Declares an API: the trait's name, its version and its methods. */
export function runtimeApi(
  name: string,
  version: number,
  methods: { readonly [property: string]: AnyApiMethod },
  docs = '',
): RuntimeApi {
  return { name, version, methods, docs }
}

/** The chain's spelling of a method. */
export function apiMethodName(property: string, method: AnyApiMethod): string {
  return method.name ?? toSnakeCase(property)
}

/** By which the runtime's version names an API: BLAKE2b-64 of the trait's name. */
export function apiId(name: string): Uint8Array {
  return blake2b(new TextEncoder().encode(name), { dkLen: 8 })
}

/** A method that no API of the runtime declares. */
export class UnknownApiMethod extends Error {
  override name = 'UnknownApiMethod'
}

/** The methods of all APIs by the name under which clients call them, `Trait_method`. */
export class ApiTable {
  readonly #methods = new Map<string, AnyApiMethod>()

  constructor(apis: readonly RuntimeApi[]) {
    for (const api of apis) {
      for (const [property, method] of Object.entries(api.methods)) {
        this.#methods.set(`${api.name}_${apiMethodName(property, method)}`, method)
      }
    }
  }

  has(method: string): boolean {
    return this.#methods.has(method)
  }

  names(): string[] {
    return [...this.#methods.keys()]
  }

  /**
   * Answers a call on the state of `ctx`; what the method may write on its way is undone.
   *
   * @param args  the arguments' encodings, joined; bytes after them are ignored, as the chain does
   * @throws UnknownApiMethod  no API has this method
   * @throws ScaleError        the arguments do not decode
   */
  call(ctx: Context, method: string, args: Uint8Array): Uint8Array {
    const entry = this.#methods.get(method)
    if (entry === undefined) throw new UnknownApiMethod(method)
    const values = entry.readArgs(new ScaleReader(args, ctx.state.calls))
    return ctx.state.discard(() => encode(entry.returns, entry.run(ctx, values)))
  }
}
