/**
 * What the RPC methods see of a node.
 *
 * @module
 */
import type { AccountId } from '../../src/primitives/account-id.ts'
import type { StateReader } from '../frame/state-reader.ts'
import type { BlockRef, StorageChange } from './db/types.ts'
import type { Header } from './header.ts'
import type { PoolTransaction, Watcher } from './pool.ts'

export interface Block {
  readonly ref: BlockRef
  readonly header: Header
  readonly body: readonly Uint8Array[]
}

/** A block just made: best and final at once, since there is one author and no fork. */
export interface ImportedBlock extends Block {
  readonly changes: readonly StorageChange[]
}

export interface RuntimeVersion {
  readonly specName: string
  readonly implName: string
  readonly authoringVersion: number
  readonly specVersion: number
  readonly implVersion: number
  /** Trait id in hex, version. */
  readonly apis: readonly (readonly [id: string, version: number])[]
  readonly transactionVersion: number
  readonly systemVersion: number
}

/** The answer of a runtime API, or that there is no such method. */
export type ApiAnswer =
  | { readonly found: true; readonly bytes: Uint8Array }
  | { readonly found: false }

export interface NodeContext {
  readonly chainName: string
  readonly genesisHash: string
  readonly best: BlockRef
  readonly runtimeVersion: RuntimeVersion

  /** A block of the chain by hash; undefined when unknown. */
  block(hash: string): Block | undefined
  header(hash: string): Header | undefined
  blockHash(number: number): string | undefined
  /** State after a block; undefined when it was pruned. */
  stateAt(block: BlockRef): StateReader | undefined
  /** Keys that a block changed. */
  changes(number: number): readonly StorageChange[] | undefined

  metadata(version: 14 | 15 | 16): Uint8Array
  /** Answers a runtime API on the state after a block, and leaves no trace. */
  callApi(block: BlockRef, method: string, args: Uint8Array): ApiAnswer

  /** Hash of the transaction. @throws RpcError  as substrate words it */
  submit(bytes: Uint8Array, watcher?: Watcher): string
  unwatch(hash: string, watcher: Watcher): void
  pending(): readonly PoolTransaction[]
  removeTransaction(hash: string): boolean
  /** The account's nonce, moved on over what waits in the pool. */
  nextNonce(account: AccountId): number

  /**
   * Makes blocks now. Ready transactions go into the first ones.
   *
   * @param count  how many blocks
   */
  advance(count: number): Promise<BlockRef>
  onImport(listener: (block: ImportedBlock) => void): () => void
}
