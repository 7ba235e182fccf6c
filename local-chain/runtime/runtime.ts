/**
 * The runtime over a state: what the node builds and replays blocks with.
 *
 * A block is `initializeBlock`, any number of `applyExtrinsic`, `finalizeBlock`. The diff that the last
 * one returns must be in the store that the runtime reads before the next block begins.
 *
 * Source: `../shared/spec/block-pipeline.md` 1.
 *
 * @module
 */
import { prepareHashes } from '../../src/primitives/hash.ts'
import type { CallTable, RuntimeCallValue } from '../frame/call-table.ts'
import type { EventRecord } from '../frame/context.ts'
import type { DispatchErrorValue } from '../frame/dispatch-error.ts'
import type { Origin } from '../frame/origin.ts'
import type { AnyPallet } from '../frame/pallet.ts'
import type { ProfileName } from '../frame/profile.ts'
import {
  buildCallTable,
  createContext,
  type DispatchOutcome,
  type RuntimeContext,
} from '../frame/runtime.ts'
import type { StateReader } from '../frame/state-reader.ts'
import type { DiffEntry } from '../frame/storage/state.ts'
import type { EpochMode } from '../yuma/index.ts'
import type { Storage } from './context.ts'
import { dispatch } from './executive/dispatch.ts'
import { EVENTS_KEY, encodeEvents } from './executive/events-entry.ts'
import { decodeExtrinsic } from './executive/extrinsics/codec.ts'
import { applyExtrinsic, validateExtrinsic } from './executive/extrinsics/execute.ts'
import { prepareSignatures } from './executive/extrinsics/signature.ts'
import {
  type TransactionValidityErrorValue,
  ValidityFailure,
  type ValidTransaction,
} from './executive/extrinsics/validity.ts'
import { EMPTY_BLOCK } from './executive/extrinsics/weight-meter.ts'
import { orderedTrieRoot } from './executive/trie-root.ts'
import type { DigestItem } from './pallets/aura/slot.ts'
import { setEpochMode } from './pallets/subtensor/epoch/index.ts'
import { writeClientCompat } from './pallets/swap/client-compat.ts'
import { constants as systemConstants } from './pallets/system/constants.ts'
import { pallets } from './pallets.ts'
import { runtimeStorage } from './storage.ts'

export interface BlockStart {
  readonly number: number
  /** Hash of the parent block, hex. */
  readonly parentHash: string
  /** Pre-runtime digests: the slot. */
  readonly digestLogs: readonly DigestItem[]
}

export interface FinalizedBlock {
  readonly number: number
  readonly parentHash: string
  readonly extrinsicsRoot: string
  /** All digests but the seal, which belongs to whoever authors. */
  readonly digestLogs: readonly DigestItem[]
  /** What changed against the parent block, events included. */
  readonly diff: DiffEntry[]
  readonly events: readonly EventRecord[]
}

/** What became of an extrinsic that was offered to a block. */
export type AppliedExtrinsic =
  | {
      readonly included: true
      /** `undefined` when the dispatch succeeded. */
      readonly dispatchError: DispatchErrorValue | undefined
    }
  | {
      readonly included: false
      readonly refusal: TransactionValidityErrorValue
      /** Whether the same bytes may be valid in a later block. */
      readonly mayWorkLater: boolean
      readonly blockIsFull: boolean
    }

const BLOCK_HASH_COUNT = systemConstants.blockHashCount.value as number

export interface RuntimeOptions {
  readonly profile: ProfileName
  readonly reader: StateReader
  /**
   * Whether blocks keep up what clients of spec 393 read from storage and spec 425 no longer writes.
   * Off unless given: recorded traces know nothing of it.
   */
  readonly clientCompat?: boolean
  /** What computes epochs; the compiled kernel unless given. */
  readonly epoch?: EpochMode
}

/**
 * Loads what makes hashing and verifying fast. Without it all results are the same, later. Whoever runs
 * a node calls it once before.
 */
export async function prepareRuntime(): Promise<void> {
  await Promise.all([prepareHashes(), prepareSignatures()])
}

/** The runtime of a profile over a store. */
export function createRuntime(options: RuntimeOptions): Runtime {
  return new Runtime(options)
}

export class Runtime {
  readonly pallets: readonly AnyPallet[] = pallets
  readonly calls: CallTable
  readonly ctx: RuntimeContext<Storage>
  readonly #initializers = pallets.filter((pallet) => pallet.onInitialize !== undefined)
  readonly #finalizers = pallets.filter((pallet) => pallet.onFinalize !== undefined)
  readonly #clientCompat: boolean
  readonly #epoch: EpochMode
  #extrinsics: Uint8Array[] = []
  #index = 0
  /** Whether the latest block left events in the store. */
  #hadEvents: boolean

  constructor(options: RuntimeOptions) {
    this.#clientCompat = options.clientCompat ?? false
    this.#epoch = options.epoch ?? 'kernel'
    this.calls = buildCallTable(pallets)
    this.ctx = createContext({ ...options, calls: this.calls }, runtimeStorage)
    this.#hadEvents = options.reader.get(EVENTS_KEY) !== undefined
    this.#readBlockFacts()
  }

  /** Goes on over another store, or over the same one after it was changed from outside. */
  reset(reader: StateReader): void {
    this.ctx.state.reset(reader)
    this.#hadEvents = reader.get(EVENTS_KEY) !== undefined
    this.#readBlockFacts()
  }

  /** Forgets a block that was begun and not finished. */
  abandonBlock(): void {
    const { state } = this.ctx
    state.takeDiff()
    this.reset(state.reader)
  }

  initializeBlock(start: BlockStart): void {
    const { ctx } = this
    const { system } = ctx.storage
    ctx.events.reset()
    ctx.scratch.clear()
    setEpochMode(ctx, this.#epoch)
    ctx.blockNumber = start.number
    ctx.parentHash = start.parentHash
    this.#extrinsics = []
    this.#index = 0
    system.number.set(start.number)
    system.parentHash.set(start.parentHash)
    system.digest.set({ logs: start.digestLogs })
    system.blockHash.set(start.number - 1, start.parentHash)
    system.blockWeight.set(EMPTY_BLOCK)
    for (const pallet of this.#initializers) pallet.onInitialize?.(ctx)
    this.#beginExtrinsic(0)
  }

  /** Dispatches a call directly, as one extrinsic without signature, fee or result events. */
  applyCall(origin: Origin, call: RuntimeCallValue): DispatchOutcome {
    try {
      return dispatch(this.ctx, origin, call)
    } finally {
      this.#beginExtrinsic(this.#index + 1)
    }
  }

  /**
   * Applies an extrinsic, its length in front. One that may not be in the block leaves nothing.
   *
   * @throws ScaleError  the bytes are no extrinsic of this runtime
   */
  applyExtrinsic(bytes: Uint8Array): AppliedExtrinsic {
    const { ctx } = this
    const extrinsic = decodeExtrinsic(bytes, this.calls)
    try {
      const dispatchError = ctx.transaction(() => applyExtrinsic(ctx, extrinsic, bytes.length))
      this.#extrinsics.push(bytes)
      this.#beginExtrinsic(this.#index + 1)
      return { included: true, dispatchError }
    } catch (error) {
      if (!(error instanceof ValidityFailure)) throw error
      const { value: refusal, mayWorkLater, blockIsFull } = error
      return { included: false, refusal, mayWorkLater, blockIsFull }
    }
  }

  /**
   * Whether an extrinsic may go into the next block. Nothing stays written.
   *
   * @param bestHash  hash of the latest block, which the state itself does not hold yet
   * @throws ScaleError       the bytes are no extrinsic of this runtime
   * @throws ValidityFailure  it may not
   */
  validateTransaction(bytes: Uint8Array, bestHash: string): ValidTransaction {
    const { ctx } = this
    const extrinsic = decodeExtrinsic(bytes, this.calls)
    const best = ctx.blockNumber
    return ctx.state.discard(() => {
      ctx.storage.system.blockHash.set(best, bestHash)
      ctx.storage.system.allExtrinsicsLen.remove()
      ctx.blockNumber = best + 1
      try {
        return validateExtrinsic(ctx, extrinsic, bytes.length)
      } finally {
        ctx.blockNumber = best
      }
    })
  }

  finalizeBlock(): FinalizedBlock {
    const { ctx } = this
    const { system } = ctx.storage
    system.allExtrinsicsLen.remove()
    ctx.events.phase = { type: 'Finalization' }
    for (const pallet of this.#finalizers) pallet.onFinalize?.(ctx)
    if (this.#clientCompat) writeClientCompat(ctx)
    const outdated = ctx.blockNumber - BLOCK_HASH_COUNT - 1
    if (outdated > 0) system.blockHash.remove(outdated)
    const events = ctx.events.records.slice()
    if (events.length > 0) system.eventCount.set(events.length)
    else system.eventCount.remove()
    const { logs } = system.digest.get()
    const diff = ctx.state.takeDiff()
    this.#addEvents(diff, events)
    return {
      number: ctx.blockNumber,
      parentHash: ctx.parentHash,
      extrinsicsRoot: orderedTrieRoot(this.#extrinsics),
      digestLogs: logs,
      diff,
      events,
    }
  }

  #addEvents(diff: DiffEntry[], events: readonly EventRecord[]): void {
    if (events.length > 0) diff.push([EVENTS_KEY, encodeEvents(events)])
    else if (this.#hadEvents) diff.push([EVENTS_KEY, null])
    this.#hadEvents = events.length > 0
  }

  #beginExtrinsic(index: number): void {
    this.#index = index
    this.ctx.events.phase = { type: 'ApplyExtrinsic', value: index }
  }

  #readBlockFacts(): void {
    const { system } = this.ctx.storage
    this.ctx.blockNumber = system.number.get()
    this.ctx.parentHash = system.parentHash.get()
  }
}
