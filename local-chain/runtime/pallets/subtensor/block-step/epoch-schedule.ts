/**
 * When a subnet's epoch runs, and how many may run in one block.
 *
 * Source: ../shared/spec/block-pipeline.md sections 7.6 and 11 (subtensor
 * `coinbase/run_coinbase.rs`, `coinbase/tempo_control.rs`).
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { minBigint, U64_MAX } from '../../../u64.ts'

/** `MAX_TEMPO`: a subnet that stepped longer ago is due whatever its tempo says. */
const BLOCKS_WITHOUT_STEP_MAX = 50_400n

/** The stored state of a subnet's schedule. Blocks are u64. */
export interface EpochSchedule {
  readonly tempo: number
  readonly lastEpochBlock: bigint
  /** 0 where nobody triggered or deferred an epoch. */
  readonly pendingEpochAt: bigint
  readonly blocksSinceLastStep: bigint
}

/** Whether an epoch is due at a block. */
export function isEpochDue(schedule: EpochSchedule, block: bigint): boolean {
  const { tempo, lastEpochBlock, pendingEpochAt, blocksSinceLastStep } = schedule
  if (tempo === 0) return false
  if (pendingEpochAt > 0n && block >= pendingEpochAt) return true
  if (blocksSinceLastStep > BLOCKS_WITHOUT_STEP_MAX) return true
  return block - lastEpochBlock >= BigInt(tempo)
}

/** The block of the next epoch as scheduled now; undefined when none is. */
export function nextEpochBlock(
  tempo: number,
  lastEpochBlock: bigint,
  pendingEpochAt: bigint,
): bigint | undefined {
  if (tempo === 0) return undefined
  const due = lastEpochBlock + BigInt(tempo)
  const auto = due > U64_MAX ? U64_MAX : due
  return pendingEpochAt > 0n && pendingEpochAt < auto ? pendingEpochAt : auto
}

/**
 * Blocks until the next epoch by the schedule of runtime spec 393, which its clients compute for
 * themselves: every `tempo + 1` blocks, shifted by the netuid.
 */
export function blocksUntilModuloEpoch(netuid: number, tempo: number, block: bigint): bigint {
  if (tempo === 0) return U64_MAX
  const shifted = minBigint(block + BigInt(netuid) + 1n, U64_MAX)
  return BigInt(tempo) - (shifted % BigInt(tempo + 1))
}

export function shouldRunEpoch(ctx: Ctx, netuid: number): boolean {
  const { blocksSinceLastStep, lastEpochBlock, pendingEpochAt, tempo } = ctx.storage.subtensor
  return isEpochDue(
    {
      tempo: tempo.get(netuid),
      lastEpochBlock: lastEpochBlock.get(netuid),
      pendingEpochAt: pendingEpochAt.get(netuid),
      blocksSinceLastStep: blocksSinceLastStep.get(netuid),
    },
    BigInt(ctx.blockNumber),
  )
}
