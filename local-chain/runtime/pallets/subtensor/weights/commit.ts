/**
 * Committing weights: by a hash that a later call reveals, or encrypted to a round of the beacon.
 *
 * Source: ../shared/spec/weights.md sections 5 and 7 (subtensor `subnets/weights.rs`). The order of
 * the checks is the chain's.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { blake2b256Hex } from '../../../../../src/primitives/hash.ts'
import { ensureSigned, type Origin } from '../../../../frame/origin.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { touchLastUpdate } from '../neurons/slots.ts'
import { mechanismExists, mechanismIndex } from '../subnets/lookup.ts'
import { commitSchedule, isExpired } from './commit-schedule.ts'
import { mayActOnWeights } from './rules.ts'

/** A subnet and one of its mechanisms. */
export interface Mechanism {
  readonly netuid: number
  readonly mecid: number
}

export interface TimelockedCommit extends Mechanism {
  /** The ciphertext. Nobody looks into it before its round. */
  readonly commit: Uint8Array
  readonly revealRound: bigint
  readonly version: number
}

/** Commits of one hotkey that may wait at once: unexpired hashes, or ciphertexts of one epoch. */
const COMMITS_MAX = 10

/** Commits to weights by their hash. */
export function commitWeights(ctx: Ctx, origin: Origin, target: Mechanism, hash: string): void {
  const hotkey = ensureMayCommit(ctx, origin, target)
  const uid = ensureRegisteredInTime(ctx, hotkey, target)
  const { weightCommits } = ctx.storage.subtensor
  const index = mechanismIndex(target.netuid, target.mecid)
  const schedule = commitSchedule(ctx, target.netuid)

  const before = weightCommits.get(index, hotkey) ?? []
  const fresh = before.findIndex(([, epoch]) => !isExpired(schedule, epoch))
  const queue = fresh === -1 ? [] : before.slice(fresh)
  if (queue.length >= COMMITS_MAX) throw errors.TooManyUnrevealedCommits
  const commit = [hash, schedule.epoch, BigInt(ctx.blockNumber), 0n] as const
  weightCommits.set(index, hotkey, [...queue, commit])
  ctx.emit(events.WeightsCommitted, [hotkey, index, hash])
  touchNeuron(ctx, target, uid)
}

/** Commits to weights in a ciphertext, which the block step reveals. */
export function commitTimelocked(ctx: Ctx, origin: Origin, order: TimelockedCommit): void {
  const { commitRevealWeightsVersion, timelockedWeightCommits } = ctx.storage.subtensor
  const { commit, netuid, mecid, revealRound, version } = order
  const hotkey = ensureMayCommit(ctx, origin, order)
  if (version !== commitRevealWeightsVersion.get()) throw errors.IncorrectCommitRevealVersion
  const uid = ensureRegisteredInTime(ctx, hotkey, order)
  const index = mechanismIndex(netuid, mecid)
  const { epoch } = commitSchedule(ctx, netuid)

  const queue = timelockedWeightCommits.get(index, epoch)
  const own = queue.reduce((count, [who]) => count + Number(who === hotkey), 0)
  if (own >= COMMITS_MAX) throw errors.TooManyUnrevealedCommits
  const entry = [hotkey, BigInt(ctx.blockNumber), commit, revealRound] as const
  timelockedWeightCommits.set(index, epoch, [...queue, entry])
  ctx.emit(events.TimelockedWeightsCommitted, [hotkey, index, blake2b256Hex(commit), revealRound])
  touchNeuron(ctx, order, uid)
}

/** @returns the signer */
function ensureMayCommit(ctx: Ctx, origin: Origin, { netuid, mecid }: Mechanism): AccountId {
  if (!mechanismExists(ctx, netuid, mecid)) throw errors.MechanismDoesNotExist
  const hotkey = ensureSigned(origin)
  ensureCommitReveal(ctx, netuid)
  return hotkey
}

/** @throws CommitRevealDisabled  weights of this subnet are set at once */
export function ensureCommitReveal(ctx: Ctx, netuid: number): void {
  if (!ctx.storage.subtensor.commitRevealWeightsEnabled.get(netuid)) {
    throw errors.CommitRevealDisabled
  }
}

/** @returns the hotkey's uid */
function ensureRegisteredInTime(ctx: Ctx, hotkey: AccountId, target: Mechanism): number {
  const uid = ctx.storage.subtensor.uids.get(target.netuid, hotkey)
  if (uid === undefined) throw errors.HotKeyNotRegisteredInSubNet
  if (!mayActOnWeights(ctx, target, uid)) throw errors.CommittingWeightsTooFast
  return uid
}

function touchNeuron(ctx: Ctx, { netuid, mecid }: Mechanism, uid: number): void {
  const n = ctx.storage.subtensor.subnetworkN.get(netuid)
  touchLastUpdate(ctx, { index: mechanismIndex(netuid, mecid), uid, n })
}
