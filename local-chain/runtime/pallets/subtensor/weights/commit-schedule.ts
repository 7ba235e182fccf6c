/**
 * The epoch that a commit belongs to, and the one in which it may be revealed.
 *
 * Source: ../shared/spec/weights.md section 3 "Helper predicates".
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import { shouldRunEpoch } from '../block-step/epoch-schedule.ts'

/** The subnet's epochs as commits count them. */
export interface CommitSchedule {
  /** Counts an epoch that is due in this block as begun, though it may not have run yet. */
  readonly epoch: bigint
  /** Epochs between commit and reveal. */
  readonly period: bigint
}

export function commitSchedule(ctx: Ctx, netuid: number): CommitSchedule {
  const { revealPeriodEpochs, subnetEpochIndex } = ctx.storage.subtensor
  const index = subnetEpochIndex.get(netuid)
  return {
    epoch: shouldRunEpoch(ctx, netuid) ? saturatingAddU64(index, 1n) : index,
    period: revealPeriodEpochs.get(netuid),
  }
}

/** Whether the one epoch in which a commit may be revealed is over. */
export function isExpired({ epoch, period }: CommitSchedule, committedIn: bigint): boolean {
  return epoch > saturatingAddU64(committedIn, period)
}

/** Whether the epoch in which a commit may be revealed is now. */
export function isRevealable({ epoch, period }: CommitSchedule, committedIn: bigint): boolean {
  return epoch === saturatingAddU64(committedIn, period)
}

/** The epoch whose commits are revealed now; 0 also where none can be yet. */
export function revealedEpoch({ epoch, period }: CommitSchedule): bigint {
  return saturatingSubU64(epoch, period)
}
