/**
 * CheckWeights, and what CheckRateLimits does for weights: stake first, then whether a reveal has its
 * commit and a ciphertext its round, then how long ago.
 *
 * Source: ../shared/spec/weights.md section 3.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { mechanismIndex } from '../subnets/lookup.ts'
import { commitHash } from '../weights/commit-hash.ts'
import { commitSchedule, isRevealable } from '../weights/commit-schedule.ts'
import { hasStakeForWeights, mayActOnWeights } from '../weights/rules.ts'
import type { Guard, GuardsByCall } from './guard.ts'

/** The arguments that these guards look at. */
type Args = Readonly<Record<string, unknown>>
type TargetArgs = Args & { readonly netuid: number; readonly mecid?: number }
type RevealArgs = TargetArgs & {
  readonly uids: readonly number[]
  readonly values: readonly number[]
  readonly salt: readonly number[]
  readonly versionKey: bigint
}
type TimelockedArgs = TargetArgs & { readonly revealRound: bigint }
type BatchSetArgs = Args & {
  readonly netuids: readonly number[]
  readonly weights: readonly unknown[]
  readonly versionKeys: readonly bigint[]
}
type BatchCommitArgs = Args & {
  readonly netuids: readonly number[]
  readonly commitHashes: readonly string[]
}
type BatchRevealArgs = Args & {
  readonly netuid: number
  readonly uidsList: readonly (readonly number[])[]
  readonly valuesList: readonly (readonly number[])[]
  readonly saltsList: readonly (readonly number[])[]
  readonly versionKeys: readonly bigint[]
}

function ensureStake(ctx: Ctx, who: AccountId, netuid: number): void {
  if (!hasStakeForWeights(ctx, netuid, who)) throw errors.NotEnoughStakeToSetWeights
}

function ensureLengths(...lists: readonly (readonly unknown[])[]): void {
  if (lists.some((list) => list.length !== lists[0]?.length)) throw errors.InputLengthsUnequal
}

const checkStake: Guard = (ctx, who, call) =>
  ensureStake(ctx, who, (call.args as TargetArgs).netuid)

/**
 * Refuses a reveal unless each of its hashes was committed and its epoch is now. Expired commits count
 * as committed here, and commit-reveal may be off.
 */
function ensureCommitted(
  ctx: Ctx,
  who: AccountId,
  target: { readonly netuid: number; readonly mecid: number },
  reveals: readonly Pick<RevealArgs, 'uids' | 'values' | 'salt' | 'versionKey'>[],
): void {
  const index = mechanismIndex(target.netuid, target.mecid)
  const queue = ctx.storage.subtensor.weightCommits.get(index, who)
  if (queue === undefined) throw errors.NoWeightsCommitFound
  const schedule = commitSchedule(ctx, target.netuid)
  for (const reveal of reveals) {
    const hash = commitHash(who, { ...reveal, ...target })
    const commit = queue.find(([committed]) => committed === hash)
    if (commit === undefined) throw errors.NoWeightsCommitFound
    if (!isRevealable(schedule, commit[1])) throw errors.RevealTooEarly
  }
}

const checkReveal: Guard = (ctx, who, call) => {
  const args = call.args as RevealArgs
  const { netuid, mecid = 0 } = args
  ensureStake(ctx, who, netuid)
  ensureCommitted(ctx, who, { netuid, mecid }, [args])
}

/** A round whose pulse may have been pruned, or never came, cannot be waited for. */
const checkRound: Guard = (ctx, who, call) => {
  const { netuid, revealRound } = call.args as TimelockedArgs
  ensureStake(ctx, who, netuid)
  if (revealRound < ctx.storage.drand.lastStoredRound.get()) throw errors.InvalidRevealRound
}

export const weightGuards: GuardsByCall = {
  set_weights: checkStake,
  set_mechanism_weights: checkStake,
  commit_weights: checkStake,
  commit_mechanism_weights: checkStake,
  reveal_weights: checkReveal,
  reveal_mechanism_weights: checkReveal,
  commit_timelocked_weights: checkRound,
  commit_timelocked_mechanism_weights: checkRound,
  commit_crv3_mechanism_weights: checkRound,
  batch_set_weights: (ctx, who, call) => {
    const { netuids, weights, versionKeys } = call.args as BatchSetArgs
    ensureLengths(netuids, weights, versionKeys)
    for (const netuid of netuids) ensureStake(ctx, who, netuid)
  },
  batch_commit_weights: (ctx, who, call) => {
    const { netuids, commitHashes } = call.args as BatchCommitArgs
    ensureLengths(netuids, commitHashes)
    for (const netuid of netuids) ensureStake(ctx, who, netuid)
  },
  batch_reveal_weights: (ctx, who, call) => {
    const { netuid, uidsList, valuesList, saltsList, versionKeys } = call.args as BatchRevealArgs
    ensureLengths(uidsList, valuesList, saltsList, versionKeys)
    ensureStake(ctx, who, netuid)
    const reveals = uidsList.map((uids, item) => ({
      uids,
      values: valuesList[item] ?? [],
      salt: saltsList[item] ?? [],
      versionKey: versionKeys[item] ?? 0n,
    }))
    ensureCommitted(ctx, who, { netuid, mecid: 0 }, reveals)
  },
}

/** A hotkey without uid is left to the call. */
function ensureRate(ctx: Ctx, who: AccountId, args: TargetArgs, failure: DispatchFailure): void {
  const { netuid, mecid = 0 } = args
  const uid = ctx.storage.subtensor.uids.get(netuid, who)
  if (uid !== undefined && !mayActOnWeights(ctx, { netuid, mecid }, uid)) throw failure
}

/** Only where weights are set at once. */
const checkSetRate: Guard = (ctx, who, call) => {
  const args = call.args as TargetArgs
  if (ctx.storage.subtensor.commitRevealWeightsEnabled.get(args.netuid)) return
  ensureRate(ctx, who, args, errors.SettingWeightsTooFast)
}

const checkCommitRate: Guard = (ctx, who, call) =>
  ensureRate(ctx, who, call.args as TargetArgs, errors.CommittingWeightsTooFast)

export const weightRateGuards: GuardsByCall = {
  set_weights: checkSetRate,
  set_mechanism_weights: checkSetRate,
  commit_weights: checkCommitRate,
  commit_mechanism_weights: checkCommitRate,
}
