/**
 * From the chain's own spelling (`SubtensorModule.add_stake`) to what a connection offers under it.
 * Names that a chain does not have are told apart from mistakes of ours by the error they raise.
 *
 * @module
 */
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import type { Codec } from '@polkadot/types/types'
import { stringCamelCase as camel } from '@polkadot/util'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'
import type { Client } from './connect.ts'
import { type Plain, plain } from './plain.ts'

/** A call that can be signed, batched or wrapped. */
export type Call = SubmittableExtrinsic<'promise'>

/** Arguments by the names of the metadata, `amount_staked` or `amountStaked`. */
export type CallArguments = Readonly<Record<string, Argument>>

/**
 * A value to encode. Accounts and hashes are 64 hex digits with or without `0x`, or addresses; bytes
 * are arrays of them, since a string of hex digits would be taken as what it shows.
 */
export type Argument =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | Call
  | readonly Argument[]
  | { readonly [name: string]: Argument }

/** State as it was at the end of a block; the newest unless given. */
export interface AtBlock {
  /** Hash of the block, with or without `0x`. */
  readonly at?: string
}

/**
 * Builds a call: `makeCall(client, 'Balances.transfer_keep_alive', { dest, value })`.
 *
 * @throws TaoError NOT_ON_THIS_CHAIN
 * @throws TypeError  an argument is missing or unknown: a mistake of this program
 */
export function makeCall({ api }: Client, name: string, given: CallArguments = {}): Call {
  const [pallet, item] = split(name)
  const create = api.tx[camel(pallet)]?.[camel(item)]
  if (create === undefined) throw notOnThisChain('call', name)
  const values = new Map(Object.entries(given).map(([key, value]) => [camel(key), value]))
  const names = create.meta.args.map((argument) => camel(argument.name.toString()))
  const unknown = [...values.keys()].filter((key) => !names.includes(key))
  const missing = names.filter((key) => !values.has(key))
  if (unknown.length + missing.length > 0) {
    throw new TypeError(`${name} takes ${names}; missing: ${missing}; unknown: ${unknown}`)
  }
  return create(...names.map((key) => encodable(values.get(key) as Argument)))
}

/** Whether the chain has the call. */
export function hasCall({ api }: Client, name: string): boolean {
  const [pallet, item] = split(name)
  return api.tx[camel(pallet)]?.[camel(item)] !== undefined
}

/**
 * Reads one storage item: `readStorage<number>(client, 'SubtensorModule.Tempo', [netuid])`. What is
 * absent reads as its default, or null for an item without one.
 *
 * @throws TaoError NOT_ON_THIS_CHAIN
 */
export async function readStorage<T = Plain>(
  client: Client,
  name: string,
  keys: readonly Argument[] = [],
  where: AtBlock = {},
): Promise<T> {
  const entry = storageEntry(client, name)
  const [value] = await queryAt(client, [[entry, keys]], where)
  return plain<T>(value as Codec)
}

/**
 * Reads one storage item for many keys in one request, in their order.
 *
 * @throws TaoError NOT_ON_THIS_CHAIN
 */
export async function readStorageMany<T = Plain>(
  client: Client,
  name: string,
  keys: readonly (readonly Argument[])[],
  where: AtBlock = {},
): Promise<T[]> {
  const entry = storageEntry(client, name)
  const values = await queryAt(
    client,
    keys.map((key) => [entry, key]),
    where,
  )
  return values.map((value) => plain<T>(value))
}

/**
 * Reads the entries of a map, those under `prefix` only if some of its keys are given.
 *
 * @throws TaoError NOT_ON_THIS_CHAIN
 */
export async function readMap<K extends readonly Plain[] = readonly Plain[], V = Plain>(
  client: Client,
  name: string,
  prefix: readonly Argument[] = [],
  where: AtBlock = {},
): Promise<{ keys: K; value: V }[]> {
  const at = where.at === undefined ? client.api : await client.api.at(withPrefix(where.at))
  const [pallet, item] = split(name)
  const entry = at.query[camel(pallet)]?.[camel(item)]
  if (entry === undefined) throw notOnThisChain('storage', name)
  const rows = await entry.entries(...prefix.map(encodable))
  return rows.map(([key, value]) => ({
    keys: key.args.map((part) => plain(part)) as readonly Plain[] as K,
    value: plain<V>(value),
  }))
}

/**
 * Asks a runtime API: `callApi(client, 'SwapRuntimeApi.current_alpha_price', [netuid])`.
 *
 * @throws TaoError NOT_ON_THIS_CHAIN
 */
export async function callApi<T = Plain>(
  client: Client,
  name: string,
  args: readonly Argument[] = [],
  where: AtBlock = {},
): Promise<T> {
  const at = where.at === undefined ? client.api : await client.api.at(withPrefix(where.at))
  const [api, method] = split(name)
  const ask = at.call[camel(api)]?.[camel(method)]
  if (ask === undefined) throw notOnThisChain('runtime API', name)
  return plain<T>(await ask(...args.map(encodable)))
}

/**
 * A constant of a pallet: `constant<bigint>(client, 'Balances.ExistentialDeposit')`.
 *
 * @throws TaoError NOT_ON_THIS_CHAIN
 */
export function constant<T = Plain>({ api }: Client, name: string): T {
  const [pallet, item] = split(name)
  const value = api.consts[camel(pallet)]?.[camel(item)]
  if (value === undefined) throw notOnThisChain('constant', name)
  return plain<T>(value)
}

type StorageEntry = ReturnType<typeof storageEntry>

function storageEntry({ api }: Client, name: string) {
  const [pallet, item] = split(name)
  const entry = api.query[camel(pallet)]?.[camel(item)]
  if (entry === undefined) throw notOnThisChain('storage', name)
  return entry
}

async function queryAt(
  { api }: Client,
  wanted: readonly (readonly [StorageEntry, readonly Argument[]])[],
  { at }: AtBlock,
): Promise<Codec[]> {
  if (wanted.length === 0) return []
  const keys = wanted.map(([entry, args]) =>
    args.length === 0 ? entry.creator : [entry.creator, args.map(encodable)],
  )
  return at === undefined
    ? api.rpc.state.queryStorageAt<Codec[]>(keys)
    : api.rpc.state.queryStorageAt<Codec[]>(keys, withPrefix(at))
}

function split(name: string): [string, string] {
  const [head = '', tail = ''] = name.split('.')
  return [head, tail]
}

export function withPrefix(hash: string): string {
  return hash.startsWith('0x') ? hash : `0x${hash}`
}

/** An argument in the form polkadot.js takes: accounts and hashes with `0x`. */
function encodable(value: Argument): Argument {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? `0x${value}` : value
  if (Array.isArray(value)) return value.map((item: Argument) => encodable(item))
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encodable(item)]))
  }
  return value
}

/** A literal of ours; calls and bytes are objects of other classes and stay as they are. */
function isRecord(value: Argument): value is { readonly [name: string]: Argument } {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

function notOnThisChain(kind: string, name: string): TaoError {
  return new TaoError('NOT_ON_THIS_CHAIN', `this chain has no ${kind} ${name}`, {
    exitCode: ExitCode.node,
    suggestions: ['tao chain status shows the version of the chain'],
    data: { kind, name },
  })
}
