/**
 * Reading a chain, and composing calls for it, by the names of its own metadata.
 *
 * Names are the chain's in the camelCase that polkadot.js gives them: `subtensorModule`, `burn`,
 * `swapRuntimeApi`, `simSwapTaoForAlpha`. What a chain does not have is `CHAIN_LACKS`, since the
 * same program talks to chains of several versions.
 *
 * @module
 */
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import type { AccountId } from '../primitives/account-id.ts'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'
import type { Client } from './connect.ts'
import { toPlain } from './decoded.ts'

/** A call that can be signed. */
export type ChainCall = SubmittableExtrinsic<'promise'>

/** A key or an argument. An `AccountId` needs `account()` around it. */
export type Argument = unknown

/** Everything read at one block, so that parts of an answer belong together. */
export interface View {
  readonly client: Client
  readonly number: number
  readonly hash: string
  /** A stored value. @throws TaoError CHAIN_LACKS */
  storage<T>(pallet: string, item: string, ...keys: Argument[]): Promise<T>
  /** One value for each list of keys, in their order. */
  storages<T>(pallet: string, item: string, keys: readonly (readonly Argument[])[]): Promise<T[]>
  /** All entries below a prefix of keys. */
  entries<K, T>(
    pallet: string,
    item: string,
    ...prefix: Argument[]
  ): Promise<{ readonly keys: K; readonly value: T }[]>
  /** The answer of a runtime API. */
  api<T>(api: string, method: string, ...args: Argument[]): Promise<T>
}

/** An account as an argument of a call, a storage key or a runtime API. */
export function account(id: AccountId): string {
  return `0x${id}`
}

/** A view of the newest block. */
export async function latest(client: Client): Promise<View> {
  const header = await client.api.rpc.chain.getHeader()
  return viewAt(client, header.hash.toHex())
}

/** A view of the block with this hash. */
export async function viewAt(client: Client, hash: string): Promise<View> {
  const [api, header] = await Promise.all([
    client.api.at(hash),
    client.api.rpc.chain.getHeader(hash),
  ])
  const entryOf = (pallet: string, item: string) => {
    const entry = api.query[pallet]?.[item]
    if (entry === undefined) throw lacks(`storage ${pallet}.${item}`)
    return entry
  }
  return {
    client,
    hash,
    number: header.number.toNumber(),
    async storage<T>(pallet: string, item: string, ...keys: Argument[]) {
      return toPlain(await entryOf(pallet, item)(...keys)) as T
    },
    async storages<T>(pallet: string, item: string, keys: readonly (readonly Argument[])[]) {
      const entry = entryOf(pallet, item)
      return (await Promise.all(keys.map((one) => entry(...one)))).map((one) => toPlain(one) as T)
    },
    async entries<K, T>(pallet: string, item: string, ...prefix: Argument[]) {
      const found = await entryOf(pallet, item).entries(...prefix)
      return found.map(([key, value]) => ({
        keys: key.args.map(toPlain) as K,
        value: toPlain(value) as T,
      }))
    },
    async api<T>(name: string, method: string, ...args: Argument[]) {
      const call = api.call[name]?.[method]
      if (call === undefined) throw lacks(`runtime API ${name}.${method}`)
      return toPlain(await call(...args)) as T
    },
  }
}

/** A call of the chain. @throws TaoError CHAIN_LACKS */
export function compose(
  client: Client,
  pallet: string,
  method: string,
  ...args: Argument[]
): ChainCall {
  const call = client.api.tx[pallet]?.[method]
  if (call === undefined) throw lacks(`call ${pallet}.${method}`)
  return call(...args)
}

/** A constant of the runtime. @throws TaoError CHAIN_LACKS */
export function constant<T>(client: Client, pallet: string, name: string): T {
  const value = client.api.consts[pallet]?.[name]
  if (value === undefined) throw lacks(`constant ${pallet}.${name}`)
  return toPlain(value) as T
}

function lacks(what: string): TaoError {
  return new TaoError('CHAIN_LACKS', `this chain has no ${what}`, {
    exitCode: ExitCode.node,
    suggestions: ['--network names another chain', 'tao chain status shows the version of this one'],
    data: { what },
  })
}
