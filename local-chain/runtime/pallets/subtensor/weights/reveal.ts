/**
 * Revealing weights that were committed by their hash.
 *
 * Source: ../shared/spec/weights.md section 6 (subtensor `subnets/weights.rs`). The order of the
 * checks is the chain's.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { mechanismIndex } from '../subnets/lookup.ts'
import { ensureCommitReveal } from './commit.ts'
import { commitHash, type SaltedWeights } from './commit-hash.ts'
import { type CommitSchedule, commitSchedule, isExpired, isRevealable } from './commit-schedule.ts'
import { setWeights } from './set-weights.ts'

/** Hash, epoch and block of a commit; the last number is always 0. */
type Commit = readonly [hash: string, epoch: bigint, block: bigint, zero: bigint]

/** The commits of a hotkey without those at the front whose time is over. */
interface Queue {
  readonly commits: readonly Commit[]
  /** Hashes of what was dropped. */
  readonly expired: ReadonlySet<string>
}

/** Reveals one commit. Older ones are given up with it. */
export function revealWeights(ctx: Ctx, hotkey: AccountId, weights: SaltedWeights): void {
  ensureCommitReveal(ctx, weights.netuid)
  const index = mechanismIndex(weights.netuid, weights.mecid)
  const schedule = commitSchedule(ctx, weights.netuid)
  const queue = openQueue(ctx, index, hotkey, schedule)
  const hash = commitHash(hotkey, weights)
  if (queue.commits.length === 0) {
    throw queue.expired.has(hash) ? errors.ExpiredWeightCommit : errors.NoWeightsCommitFound
  }
  const position = ensureRevealable(queue, hash, schedule)
  storeQueue(ctx, index, hotkey, queue.commits.slice(position + 1))
  setWeights(ctx, hotkey, weights)
  ctx.emit(events.WeightsRevealed, [hotkey, index, hash])
}

/** Reveals several commits of a subnet's first mechanism, and no others: all of them, or none. */
export function revealWeightsBatch(
  ctx: Ctx,
  hotkey: AccountId,
  netuid: number,
  batch: readonly SaltedWeights[],
): void {
  ensureCommitReveal(ctx, netuid)
  const index = mechanismIndex(netuid, 0)
  const schedule = commitSchedule(ctx, netuid)
  const queue = openQueue(ctx, index, hotkey, schedule)
  const hashes = batch.map((weights) => commitHash(hotkey, weights))
  for (const hash of hashes) ensureRevealable(queue, hash, schedule)

  const left = [...queue.commits]
  for (const [item, weights] of batch.entries()) {
    const position = left.findIndex(([hash]) => hash === hashes[item])
    // Listed more often than committed.
    if (position === -1) throw errors.InvalidRevealCommitHashNotMatch
    left.splice(position, 1)
    setWeights(ctx, hotkey, weights)
  }
  storeQueue(ctx, index, hotkey, left)
  ctx.emit(events.WeightsBatchRevealed, [hotkey, netuid, hashes])
}

function openQueue(ctx: Ctx, index: number, hotkey: AccountId, schedule: CommitSchedule): Queue {
  const commits = ctx.storage.subtensor.weightCommits.get(index, hotkey)
  if (commits === undefined) throw errors.NoWeightsCommitFound
  const fresh = commits.findIndex(([, epoch]) => !isExpired(schedule, epoch))
  const start = fresh === -1 ? commits.length : fresh
  return {
    commits: commits.slice(start),
    expired: new Set(commits.slice(0, start).map(([hash]) => hash)),
  }
}

/** @returns where the first commit with this hash stands */
function ensureRevealable(queue: Queue, hash: string, schedule: CommitSchedule): number {
  const position = queue.commits.findIndex(([committed]) => committed === hash)
  const commit = queue.commits[position]
  if (commit === undefined) {
    throw queue.expired.has(hash)
      ? errors.ExpiredWeightCommit
      : errors.InvalidRevealCommitHashNotMatch
  }
  if (!isRevealable(schedule, commit[1])) throw errors.RevealTooEarly
  return position
}

function storeQueue(ctx: Ctx, index: number, hotkey: AccountId, queue: readonly Commit[]): void {
  const { weightCommits } = ctx.storage.subtensor
  if (queue.length === 0) weightCommits.remove(index, hotkey)
  else weightCommits.set(index, hotkey, queue)
}
