/**
 * The node: one chain, its author, its pool. Everything that a client can see of it goes through
 * `NodeContext`.
 *
 * There is one author and no fork, so a block is best and final as soon as it is made.
 *
 * @module
 */
import type { AccountId } from '../../src/primitives/account-id.ts'
import { bytesToHex } from '../../src/primitives/hex.ts'
import type { ProfileName } from '../frame/profile.ts'
import type { StateReader } from '../frame/state-reader.ts'
import { createRuntimeApis, type RuntimeApis } from '../runtime/apis/index.ts'
import { prepareSignatures } from '../runtime/executive/extrinsics/signature.ts'
import { nextStateRoot } from '../runtime/executive/state-root.ts'
import { buildGenesis } from '../runtime/genesis/build.ts'
import type { GenesisSpec } from '../runtime/genesis/spec.ts'
import { createRuntime, type Runtime } from '../runtime/runtime.ts'
import { RUNTIME_VERSION } from '../runtime/version.ts'
import type { EpochMode } from '../yuma/index.ts'
import { type BuiltBlock, buildBlock } from './block-builder.ts'
import { type BlockMode, nextTimestampMs, slotDurationMs } from './clock.ts'
import type { BlockRecord, BlockRef, ChainDb, StorageChange } from './db/types.ts'
import { decodeHeader, encodeHeader, type Header, headerHash } from './header.ts'
import {
  COMMIT_BATCH_MAX,
  COMMIT_CHANGES_MAX,
  PAST_CONTEXTS_MAX,
  STATE_ENTRIES_MAX,
} from './limits.ts'
import type {
  ApiAnswer,
  Block,
  ImportedBlock,
  NodeContext,
  RuntimeVersion,
} from './node-context.ts'
import { type PoolTransaction, TransactionPool, type Validity, type Watcher } from './pool.ts'
import { poolRefusal } from './rpc/pool-errors.ts'

export interface NodeOptions {
  readonly db: ChainDb
  /** Used when the database is empty. */
  readonly genesis: GenesisSpec
  readonly mode: BlockMode
  readonly chainName?: string
  /** What computes epochs; the compiled kernel unless given. */
  readonly epoch?: EpochMode
  /** Called with errors that are our own; the node goes on. */
  readonly onBug?: (error: unknown) => void
}

const VERSION: RuntimeVersion = {
  ...RUNTIME_VERSION,
  apis: RUNTIME_VERSION.apis.map(([id, version]) => [bytesToHex(id), version] as const),
}

const ZERO_HASH = '0'.repeat(64)
/** Root of an empty list of extrinsics, `../shared/spec/node-rpc.md` 10. */
const EMPTY_EXTRINSICS_ROOT = '03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314'

export class LocalNode implements NodeContext {
  readonly chainName: string
  readonly genesisHash: string
  readonly profile: ProfileName
  readonly mode: BlockMode
  readonly db: ChainDb
  readonly #runtime: Runtime
  readonly #apis: RuntimeApis
  readonly #pool: TransactionPool
  readonly #slotMs: number
  readonly #listeners = new Set<(block: ImportedBlock) => void>()
  readonly #past = new Map<number, Runtime>()
  readonly #onBug: (error: unknown) => void
  #best: BlockRef
  #stateRoot: string
  #timestampMs: number
  #authoring: Promise<unknown> = Promise.resolve()
  #wanted = false
  #submitted = 0
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: NodeOptions) {
    const { db, genesis } = options
    this.db = db
    this.mode = options.mode
    this.chainName = options.chainName ?? 'Bittensor'
    this.profile = genesis.profile
    this.#onBug = options.onBug ?? (() => {})
    if (db.head === undefined) commitGenesis(db, genesis)
    const head = db.head as BlockRef
    this.#best = head
    this.genesisHash = db.blockHash(0) as string
    this.#stateRoot = this.#headerOf(head.hash).stateRoot
    this.#slotMs = slotDurationMs(genesis.profile)
    this.#runtime = createRuntime({
      profile: genesis.profile,
      reader: db.latest(),
      clientCompat: true,
      ...(options.epoch === undefined ? {} : { epoch: options.epoch }),
    })
    this.#timestampMs = Number(this.#runtime.ctx.storage.timestamp.now.get())
    this.#apis = createRuntimeApis({ profile: genesis.profile, clientCompat: true })
    this.#pool = new TransactionPool((bytes) => this.#validate(bytes))
    if (this.mode.type === 'interval') this.#startTimer(this.mode.blockTimeMs)
  }

  get best(): BlockRef {
    return this.#best
  }

  get runtimeVersion(): RuntimeVersion {
    return VERSION
  }

  // ------------------------------------------------------------ reading

  header(hash: string): Header | undefined {
    const bytes = this.db.header(hash)
    return bytes === undefined ? undefined : decodeHeader(bytes)
  }

  block(hash: string): Block | undefined {
    const header = this.header(hash)
    const body = this.db.body(hash)
    if (header === undefined || body === undefined) return undefined
    return { ref: { number: header.number, hash }, header, body }
  }

  blockHash(number: number): string | undefined {
    return this.db.blockHash(number)
  }

  stateAt(block: BlockRef): StateReader | undefined {
    return block.number === this.#best.number ? this.db.latest() : this.db.stateAt(block.number)
  }

  changes(number: number): readonly StorageChange[] | undefined {
    return this.db.diff(number)
  }

  metadata(version: 14 | 15 | 16): Uint8Array {
    return this.#apis.metadata.version(version)
  }

  callApi(block: BlockRef, method: string, args: Uint8Array): ApiAnswer {
    const runtime = this.#runtimeAt(block)
    if (runtime === undefined) throw new Error(`state of block ${block.number} was discarded`)
    const bytes = this.#apis.call(runtime.ctx, method, args)
    return bytes === undefined ? { found: false } : { found: true, bytes }
  }

  // ------------------------------------------------------------ transactions

  submit(bytes: Uint8Array, watcher?: Watcher): string {
    // Its loading takes as long as verifying some signatures without it, and most processes send one.
    if (++this.#submitted === 2) prepareSignatures().catch(this.#onBug)
    let hash: string
    try {
      hash = this.#pool.submit(bytes, this.#best.number, watcher)
    } catch (refusal) {
      throw poolRefusal(refusal)
    }
    if (this.mode.type === 'instant') this.#authorSoon()
    return hash
  }

  unwatch(hash: string, watcher: Watcher): void {
    this.#pool.unwatch(hash, watcher)
  }

  pending(): readonly PoolTransaction[] {
    return this.#pool.pending()
  }

  removeTransaction(hash: string): boolean {
    return this.#pool.remove(hash)
  }

  nextNonce(account: AccountId): number {
    let { nonce } = this.#runtime.ctx.storage.system.account.get(account)
    while (this.#pool.isProvidedByReady(nonceTag(account, nonce))) nonce++
    return nonce
  }

  #validate(bytes: Uint8Array): Validity {
    const verdict = this.#runtime.validateTransaction(bytes, this.#best.hash)
    return {
      priority: verdict.priority,
      requires: verdict.requires.map(bytesToHex),
      provides: verdict.provides.map(bytesToHex),
      longevity: verdict.longevity,
    }
  }

  // ------------------------------------------------------------ authoring

  /** Makes `count` blocks, writing many in one transaction. Requests take turns. */
  advance(count: number): Promise<BlockRef> {
    const turn = this.#authoring.then(() => this.#advance(count))
    this.#authoring = turn.catch(() => {})
    return turn
  }

  onImport(listener: (block: ImportedBlock) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Stops authoring and closes the store. Calling it again does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearInterval(this.#timer)
    await this.#authoring
    await this.db.close()
  }

  async #advance(count: number): Promise<BlockRef> {
    for (let left = count; left > 0 && !this.#closed; ) {
      // Transactions leave the pool when their block is written, so such a block is written alone.
      const size = this.#pool.hasReady ? 1 : Math.min(left, COMMIT_BATCH_MAX)
      left -= this.#commitBatch(size)
      // Sockets get their turn between batches.
      if (left > 0) await new Promise((done) => setImmediate(done))
    }
    return this.#best
  }

  /** Makes and writes up to `sizeMax` blocks. @returns how many */
  #commitBatch(sizeMax: number): number {
    const built: BuiltBlock[] = []
    try {
      for (let changes = 0; built.length < sizeMax && changes < COMMIT_CHANGES_MAX; ) {
        const block = this.#build()
        built.push(block)
        changes += block.diff.length
      }
      this.db.commit(built.map(record))
    } catch (error) {
      this.#recover()
      throw error
    }
    for (const block of built) this.#announce(block)
    const { state } = this.#runtime.ctx
    if (state.size > STATE_ENTRIES_MAX) this.#runtime.reset(this.db.latest())
    return built.length
  }

  #build(): BuiltBlock {
    const timestampMs = nextTimestampMs({
      parentMs: this.#timestampMs,
      slotMs: this.#slotMs,
      mode: this.mode,
      wallMs: Date.now(),
    })
    const built = buildBlock(this.#runtime, {
      parent: { ...this.#best, stateRoot: this.#stateRoot },
      timestampMs,
      slotMs: this.#slotMs,
      transactions: this.#pool.hasReady ? this.#pool.ready() : [],
    })
    this.#timestampMs = timestampMs
    this.#best = { number: built.header.number, hash: built.hash }
    this.#stateRoot = built.header.stateRoot
    return built
  }

  /** A block that failed midway leaves nothing: everything goes back to the last commit. */
  #recover(): void {
    const head = this.db.head as BlockRef
    this.#runtime.abandonBlock()
    this.#best = head
    this.#stateRoot = this.#headerOf(head.hash).stateRoot
    this.#timestampMs = Number(this.#runtime.ctx.storage.timestamp.now.get())
  }

  #announce(built: BuiltBlock): void {
    const { header, hash, body, diff, included, invalid } = built
    if (included.size > 0 || invalid.size > 0) {
      this.#pool.blockMade({ number: header.number, hash, included, invalid })
    }
    if (this.#listeners.size === 0) return
    const block = { ref: { number: header.number, hash }, header, body, changes: diff }
    for (const listener of this.#listeners) listener(block)
  }

  #authorSoon(): void {
    if (this.#wanted) return
    this.#wanted = true
    setImmediate(() => {
      this.#wanted = false
      if (!this.#closed && this.#pool.hasReady) this.advance(1).catch(this.#onBug)
    })
  }

  #startTimer(blockTimeMs: number): void {
    let busy = false
    this.#timer = setInterval(() => {
      // A slow block must not make the next ones pile up.
      if (busy) return
      busy = true
      this.advance(1)
        .catch(this.#onBug)
        .finally(() => {
          busy = false
        })
    }, blockTimeMs)
  }

  #headerOf(hash: string): Header {
    const header = this.header(hash)
    if (header === undefined) throw new Error(`the database lacks the header of its head ${hash}`)
    return header
  }

  #runtimeAt(block: BlockRef): Runtime | undefined {
    if (block.number === this.#best.number) return this.#runtime
    const known = this.#past.get(block.number)
    if (known !== undefined) return known
    const reader = this.db.stateAt(block.number)
    if (reader === undefined) return undefined
    const runtime = createRuntime({ profile: this.profile, reader })
    if (this.#past.size >= PAST_CONTEXTS_MAX) {
      const oldest = this.#past.keys().next().value
      if (oldest !== undefined) this.#past.delete(oldest)
    }
    this.#past.set(block.number, runtime)
    return runtime
  }
}

function record(built: BuiltBlock): BlockRecord {
  const { header, hash, encodedHeader, body, diff } = built
  return { number: header.number, hash, header: encodedHeader, body, diff }
}

function commitGenesis(db: ChainDb, genesis: GenesisSpec): void {
  const diff: StorageChange[] = buildGenesis(genesis).map(([key, value]) => [key, value])
  const header = encodeHeader({
    parentHash: ZERO_HASH,
    number: 0,
    stateRoot: nextStateRoot(ZERO_HASH, diff),
    extrinsicsRoot: EMPTY_EXTRINSICS_ROOT,
    logs: [],
  })
  db.commit([{ number: 0, hash: headerHash(header), header, body: [], diff }])
}

/** The tag that a transaction of this account and nonce provides. */
function nonceTag(account: string, nonce: number): string {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, nonce, true)
  return account + Buffer.from(bytes).toString('hex')
}
