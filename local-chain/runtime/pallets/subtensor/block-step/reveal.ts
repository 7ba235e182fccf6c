/**
 * Reveal of timelocked weights: commits whose epoch has come are decrypted with the beacon's pulses
 * and set, before the coinbase runs that epoch.
 *
 * Source: ../shared/spec/block-pipeline.md section 6, weights.md section 7 (subtensor
 * `coinbase/reveal_commits.rs`). What cannot be read, or may not be set, is dropped without a word.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { decryptWithPulse } from '../../drand/decrypt.ts'
import { events } from '../events.ts'
import { mechanismIndex } from '../subnets/lookup.ts'
import { commitSchedule, revealedEpoch } from '../weights/commit-schedule.ts'
import { setWeights } from '../weights/set-weights.ts'
import { readTimelockedWeights } from '../weights/timelocked-payload.ts'
import { isConsistent } from './drain.ts'
import { shouldRunEpoch } from './epoch-schedule.ts'

/** Signer, block, ciphertext and round of a commit. */
type Commit = readonly [who: AccountId, block: bigint, ciphertext: Uint8Array, round: bigint]

/** @param subnets  all but root, in storage order */
export function revealTimelockedWeights(ctx: Ctx, subnets: readonly number[]): void {
  // Nothing waits: the usual case, and cheaper to see here than subnet by subnet.
  if (ctx.storage.subtensor.timelockedWeightCommits.entriesAfter(undefined, 1).length === 0) return
  const deferred = deferredSubnets(ctx, subnets)
  for (const netuid of subnets) {
    if (!deferred.has(netuid)) revealSubnet(ctx, netuid)
  }
}

/** Subnets whose epoch is due but waits for the next block, as `drainPending` will find. */
function deferredSubnets(ctx: Ctx, subnets: readonly number[]): ReadonlySet<number> {
  let runsLeft = ctx.storage.subtensor.maxEpochsPerBlock.get()
  const due = subnets.filter((netuid) => shouldRunEpoch(ctx, netuid))
  if (due.length <= runsLeft) return new Set()
  return new Set(
    due.filter((netuid) => {
      if (runsLeft === 0) return true
      if (isConsistent(ctx, netuid)) runsLeft -= 1
      return false
    }),
  )
}

function revealSubnet(ctx: Ctx, netuid: number): void {
  const { mechanismCountCurrent, timelockedWeightCommits } = ctx.storage.subtensor
  const schedule = commitSchedule(ctx, netuid)
  const target = revealedEpoch(schedule)
  const mechanisms = mechanismCountCurrent.get(netuid)
  for (let mecid = 0; mecid < mechanisms; mecid++) {
    const index = mechanismIndex(netuid, mecid)
    for (const epoch of timelockedWeightCommits.keysOf(index)) {
      if (epoch < target) timelockedWeightCommits.remove(index, epoch)
    }
    if (schedule.epoch < schedule.period) return
    if (timelockedWeightCommits.exists(index, target)) revealMechanism(ctx, netuid, mecid, target)
  }
}

/** Reveals in the order of the commits: of one hotkey's the last one stays. */
function revealMechanism(ctx: Ctx, netuid: number, mecid: number, epoch: bigint): void {
  const { timelockedWeightCommits } = ctx.storage.subtensor
  const { pulses } = ctx.storage.drand
  const index = mechanismIndex(netuid, mecid)
  const waiting: Commit[] = []
  for (const commit of timelockedWeightCommits.take(index, epoch)) {
    const [who, , ciphertext, round] = commit
    const pulse = pulses.get(round)
    if (pulse === undefined) {
      waiting.push(commit)
      continue
    }
    const plain = decryptWithPulse(ciphertext, pulse)
    const weights = plain && readTimelockedWeights(plain)
    if (weights === undefined || (weights.hotkey ?? who) !== who) continue
    if (!wasSet(ctx, who, { ...weights, netuid, mecid })) continue
    ctx.emit(events.TimelockedWeightsRevealed, [index, who])
  }
  if (waiting.length > 0) timelockedWeightCommits.set(index, epoch, waiting)
}

/** All checks come before the writes, so a refusal wrote nothing. */
function wasSet(ctx: Ctx, who: AccountId, order: Parameters<typeof setWeights>[2]): boolean {
  try {
    setWeights(ctx, who, order)
    return true
  } catch (error) {
    if (error instanceof DispatchFailure) return false
    throw error
  }
}
