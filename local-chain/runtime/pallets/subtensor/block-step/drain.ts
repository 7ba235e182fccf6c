/**
 * Coinbase 7.6: which subnets settle in this block, and what they have to give.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.6 (subtensor `coinbase/run_coinbase.rs`
 * `drain_pending`).
 *
 * @module
 */

import { hasUniqueHotkeys } from '../../../../yuma/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { events } from '../events.ts'
import { isEpochDue } from './epoch-schedule.ts'
import { changeSubnetOwnerIfNeeded } from './subnet-owner.ts'

/** What a subnet collected since its last epoch, rao of alpha. */
export interface DrainedPots {
  readonly netuid: number
  readonly server: bigint
  readonly validator: bigint
  readonly root: bigint
  readonly owner: bigint
}

/**
 * Moves every subnet's schedule on by one block and empties the pots of those whose epoch is due.
 *
 * @param subnets  all but root, in storage order: where more are due than may run, the last wait
 * @returns the drained subnets by ascending netuid
 */
export function drainPending(ctx: Ctx, subnets: readonly number[]): DrainedPots[] {
  const { blocksSinceLastStep, lastEpochBlock, maxEpochsPerBlock, pendingEpochAt } =
    ctx.storage.subtensor
  const { subnetEpochIndex, tempo } = ctx.storage.subtensor
  const now = BigInt(ctx.blockNumber)
  const runsMax = maxEpochsPerBlock.get()
  const drained: DrainedPots[] = []
  for (const netuid of subnets) {
    const schedule = {
      tempo: tempo.get(netuid),
      lastEpochBlock: lastEpochBlock.get(netuid),
      pendingEpochAt: pendingEpochAt.get(netuid),
      blocksSinceLastStep: saturatingAddU64(blocksSinceLastStep.get(netuid), 1n),
    }
    blocksSinceLastStep.set(netuid, schedule.blocksSinceLastStep)
    if (!isEpochDue(schedule, now)) continue
    if (drained.length >= runsMax) {
      pendingEpochAt.set(netuid, now + 1n)
      ctx.emit(events.EpochDeferred, { netuid, fromBlock: now, toBlock: now + 1n })
      continue
    }
    if (isConsistent(ctx, netuid)) {
      blocksSinceLastStep.set(netuid, 0n)
      drained.push(drainPots(ctx, netuid))
      // Before the settlement of this block, which then pays the new owner.
      changeSubnetOwnerIfNeeded(ctx, netuid)
    } else ctx.emit(events.EpochSkipped, { netuid, block: now })
    // A skipped epoch is over too; its pots stay for the next one.
    lastEpochBlock.set(netuid, now)
    pendingEpochAt.set(netuid, 0n)
    subnetEpochIndex.set(netuid, saturatingAddU64(subnetEpochIndex.get(netuid), 1n))
  }
  return drained.sort((a, b) => a.netuid - b.netuid)
}

function drainPots(ctx: Ctx, netuid: number): DrainedPots {
  const { pendingOwnerCut, pendingRootAlphaDivs, pendingServerEmission, pendingValidatorEmission } =
    ctx.storage.subtensor
  const pots = {
    netuid,
    server: pendingServerEmission.get(netuid),
    validator: pendingValidatorEmission.get(netuid),
    root: pendingRootAlphaDivs.get(netuid),
    owner: pendingOwnerCut.get(netuid),
  }
  pendingServerEmission.set(netuid, 0n)
  pendingValidatorEmission.set(netuid, 0n)
  pendingRootAlphaDivs.set(netuid, 0n)
  pendingOwnerCut.set(netuid, 0n)
  return pots
}

/** `is_epoch_input_state_consistent`: no hotkey holds two uids. */
export function isConsistent(ctx: Ctx, netuid: number): boolean {
  return hasUniqueHotkeys(ctx.storage.subtensor.keys.entriesOf(netuid).map(([, hotkey]) => hotkey))
}
