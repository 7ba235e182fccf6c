/**
 * Types that more than one runtime API speaks of.
 *
 * Source: ../shared/spec/runtime-api.md section 1.2, spec 425.
 *
 * @module
 */
import type { Context } from '../../frame/context.ts'
import {
  type AnyApiMethod,
  apiMethod,
  type RuntimeApi,
  runtimeApi,
} from '../../frame/runtime-api.ts'
import { compact, type FieldSpecs, type FieldValues, vec } from '../../frame/types/combinators.ts'
import { accountId, alphaBalance, netuid, taoBalance } from '../../frame/types/common.ts'
import { u8, u16, u64, u128 } from '../../frame/types/primitives.ts'
import type { Type } from '../../frame/types/type.ts'
import type { Ctx } from '../context.ts'
import { API_VERSIONS, type ApiName } from '../version.ts'

/** What answers depend on besides the state. */
export interface ApiOptions {
  /** Answer as clients of spec 393 expect where spec 425 answers otherwise. */
  readonly clientCompat: boolean
}

/** An API of this runtime, in the version that the runtime claims. */
export function api(
  name: ApiName,
  methods: { readonly [property: string]: AnyApiMethod },
  docs: string,
): RuntimeApi {
  return runtimeApi(name, API_VERSIONS[name], methods, docs)
}

/** A method that reads this runtime's storage. */
export function query<const F extends FieldSpecs, R>(spec: {
  readonly name?: string
  readonly docs: string
  readonly args: F
  readonly returns: Type<R>
  readonly run: (ctx: Ctx, args: FieldValues<F>) => R
}): AnyApiMethod {
  return apiMethod<Context & Ctx, F, R>(spec)
}

/** As fields of the API types name them. */
export const account: typeof accountId = { ...accountId, typeName: 'AccountId' }

/** `Compact<T>` under the type name that the API types write out in full. */
export function c<T extends number | bigint>(type: Type<T>): Type<T> {
  return { ...compact(type), typeName: `Compact<${type.typeName}>` }
}

export const cNetuid = c(netuid)
export const cU8 = c(u8)
export const cU16 = c(u16)
export const cU64 = c(u64)
export const cU128 = c(u128)
export const cAlpha = c(alphaBalance)
export const cTao = c(taoBalance)

/** Text as the chain hands it out: a list of compact bytes, each of one or two. */
export const compactBytes: Type<Uint8Array> = {
  def: { kind: 'sequence', item: cU8 },
  typeName: 'Vec<Compact<u8>>',
  sizeMin: 1,
  write(w, value) {
    w.compact(value.length)
    for (const byte of value) w.compact(byte)
  },
  read: (r) => Uint8Array.from(vec(cU8).read(r)),
}

/** Parameters of the API types. */
export const accountParam = { params: [{ name: 'AccountId', type: account }] } as const

/** The types of `rpc_info`. */
export const RPC_INFO = 'pallet_subtensor::rpc_info'
