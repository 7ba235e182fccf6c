/**
 * The states that a trace recorded, one block after the other, without running any block: what is asked
 * of them can only be wrong in the answer.
 *
 * @module
 */
import {
  buildCallTable,
  createContext,
  type RuntimeContext,
} from '../../local-chain/frame/runtime.ts'
import { createRuntimeApis, type RuntimeApis } from '../../local-chain/runtime/apis/index.ts'
import type { Storage } from '../../local-chain/runtime/context.ts'
import { pallets } from '../../local-chain/runtime/pallets.ts'
import { runtimeStorage } from '../../local-chain/runtime/storage.ts'
import { hexToBytes } from '../../src/primitives/hex.ts'
import { MemoryState } from './memory-state.ts'
import type { RecordedBlock, Trace } from './traces.ts'

const calls = buildCallTable(pallets)

export class TraceState {
  readonly trace: Trace
  readonly apis: RuntimeApis = createRuntimeApis({ profile: 'mainnet' })
  readonly #reader: MemoryState
  #block: RecordedBlock | undefined

  /** At genesis. The trace must have recorded every change. */
  constructor(trace: Trace) {
    this.trace = trace
    this.#reader = new MemoryState(trace.genesis.map(([key, value]) => [key, hexToBytes(value)]))
  }

  /** Goes on to the state at the end of a block. */
  apply(block: RecordedBlock): void {
    const diff = block.diff ?? []
    this.#reader.apply(
      diff.map(([key, value]) => [key, value === null ? null : hexToBytes(value)] as const),
    )
    this.#block = block
  }

  /** A context over the state as it is now. */
  context(): RuntimeContext<Storage> {
    const ctx = createContext({ reader: this.#reader, profile: 'mainnet', calls }, runtimeStorage)
    ctx.blockNumber = this.#block?.number ?? 0
    ctx.parentHash = this.#block?.parentHash ?? ctx.parentHash
    return ctx
  }
}
