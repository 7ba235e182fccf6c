/**
 * A runtime over a genesis in memory, with blocks made by hand: what a node does, without the node.
 *
 * @module
 */

import { ScaleWriter } from '../../local-chain/frame/scale/writer.ts'
import { buildGenesis } from '../../local-chain/runtime/genesis/build.ts'
import { type GenesisSpec, localnetSpec } from '../../local-chain/runtime/genesis/spec.ts'
import { slotDigest } from '../../local-chain/runtime/pallets/aura/slot.ts'
import {
  type AppliedExtrinsic,
  createRuntime,
  type FinalizedBlock,
  type Runtime,
} from '../../local-chain/runtime/runtime.ts'
import { blake2b256Hex } from '../../src/primitives/hash.ts'
import { withLength } from './extrinsics.ts'
import { MemoryState } from './memory-state.ts'

const SLOT_MS = 12_000n

export class BlockChain {
  readonly runtime: Runtime
  readonly state: MemoryState

  constructor(spec: Partial<GenesisSpec> = {}) {
    this.state = new MemoryState(buildGenesis(localnetSpec(spec)))
    this.runtime = createRuntime({ profile: 'mainnet', reader: this.state })
  }

  /** Blocks have no real hashes here: that of block n is the hash of n. */
  hashOf(number: number): string {
    return blake2b256Hex(Uint8Array.of(number & 0xff, (number >> 8) & 0xff, 0, 0))
  }

  get best(): number {
    return this.runtime.ctx.blockNumber
  }

  /** Begins the next block and stamps it. */
  begin(): void {
    const number = this.best + 1
    const slot = BigInt(number)
    const parentHash = this.hashOf(number - 1)
    this.runtime.initializeBlock({ number, parentHash, digestLogs: [slotDigest(slot)] })
    this.runtime.applyExtrinsic(timestamp(slot * SLOT_MS))
  }

  finish(): FinalizedBlock {
    const block = this.runtime.finalizeBlock()
    this.state.apply(block.diff)
    return block
  }

  /** A whole block with these extrinsics. */
  block(...extrinsics: readonly Uint8Array[]): {
    readonly block: FinalizedBlock
    readonly applied: readonly AppliedExtrinsic[]
  } {
    this.begin()
    const applied = extrinsics.map((bytes) => this.runtime.applyExtrinsic(bytes))
    return { block: this.finish(), applied }
  }
}

/** The inherent that every block begins with. */
export function timestamp(ms: bigint): Uint8Array {
  const w = new ScaleWriter()
  for (const byte of [0x05, 2, 0]) w.u8(byte)
  w.compactBig(ms)
  return withLength(w.finish())
}
