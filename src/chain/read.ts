/**
 * A chain as it was at the end of one block, so that the parts of an answer belong together.
 *
 * @module
 */
import type { Client } from './connect.ts'
import { type Argument, callApi, readMap, readStorage, readStorageMany } from './names.ts'
import type { Plain } from './plain.ts'

/** Readings of one block; names and forms of values are those of `names.ts` and `plain.ts`. */
export interface View {
  readonly client: Client
  readonly number: number
  /** `0x` and 64 digits. */
  readonly hash: string
  /** `storage<number>('SubtensorModule.Tempo', netuid)` */
  storage<T>(name: string, ...keys: Argument[]): Promise<T>
  /** One value for each list of keys, in their order, in one request. */
  storages<T>(name: string, keys: readonly (readonly Argument[])[]): Promise<T[]>
  /** The entries of a map below a prefix of its keys. */
  entries<K extends readonly Plain[], V>(
    name: string,
    ...prefix: Argument[]
  ): Promise<{ keys: K; value: V }[]>
  /** `api<bigint>('SwapRuntimeApi.current_alpha_price', netuid)` */
  api<T>(name: string, ...args: Argument[]): Promise<T>
}

/** The newest block. */
export async function latest(client: Client): Promise<View> {
  const header = await client.api.rpc.chain.getHeader()
  return viewOf(client, header.number.toNumber(), header.hash.toHex())
}

/** The block with this number, or the newest where the chain is not that far. */
export async function viewAt(client: Client, number: number): Promise<View> {
  const hash = await client.api.rpc.chain.getBlockHash(number)
  return viewOf(client, number, hash.toHex())
}

function viewOf(client: Client, number: number, hash: string): View {
  const where = { at: hash }
  return {
    client,
    number,
    hash,
    storage: (name, ...keys) => readStorage(client, name, keys, where),
    storages: (name, keys) => readStorageMany(client, name, keys, where),
    entries: (name, ...prefix) => readMap(client, name, prefix, where),
    api: (name, ...args) => callApi(client, name, args, where),
  }
}
