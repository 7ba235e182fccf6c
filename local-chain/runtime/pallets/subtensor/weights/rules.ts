/**
 * Who may set weights, how often, and which ones: the questions that the calls, their guards and the
 * reveals of commits share.
 *
 * Source: ../shared/spec/weights.md sections 3 and 4 (subtensor `subnets/weights.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { I64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { stakeWeightOf } from '../epoch/stake-weight.ts'
import { blocksSince } from '../rate-limits.ts'
import { mechanismExists, mechanismIndex } from '../subnets/lookup.ts'

/** The uid of the owner's declared hotkey, where it has one. */
export function ownerUid(ctx: Ctx, netuid: number): number | undefined {
  const { subnetOwnerHotkey, uids } = ctx.storage.subtensor
  if (!subnetOwnerHotkey.exists(netuid)) return undefined
  return uids.get(netuid, subnetOwnerHotkey.get(netuid))
}

/** Enough stake weight for the network's threshold; the owner's own neuron needs none. */
export function hasStakeForWeights(ctx: Ctx, netuid: number, hotkey: AccountId): boolean {
  const { stakeThreshold, uids } = ctx.storage.subtensor
  const owner = ownerUid(ctx, netuid)
  if (owner !== undefined && owner === uids.get(netuid, hotkey)) return true
  return stakeWeightOf(ctx, hotkey, netuid) >= I64F64.fromNum(stakeThreshold.get())
}

/** Whether enough blocks went by since a neuron last acted on a mechanism. */
export function mayActOnWeights(
  ctx: Ctx,
  target: { readonly netuid: number; readonly mecid: number },
  uid: number,
): boolean {
  const { netuid, mecid } = target
  const { keys, lastUpdate, weightsSetRateLimit } = ctx.storage.subtensor
  if (!mechanismExists(ctx, netuid, mecid) || !keys.exists(netuid, uid)) return false
  const last = lastUpdate.get(mechanismIndex(netuid, mecid))[uid] ?? 0n
  return last === 0n || blocksSince(ctx, last) >= weightsSetRateLimit.get(netuid)
}

/** A neuron that gives a weight to itself alone. */
export function isSelfWeight(
  uid: number,
  uids: readonly number[],
  values: readonly number[],
): boolean {
  return values.length === 1 && uids[0] === uid
}

export function mayJudgeOthers(ctx: Ctx, netuid: number, uid: number): boolean {
  if (ownerUid(ctx, netuid) === uid) return true
  return ctx.storage.subtensor.validatorPermit.get(netuid)[uid] ?? false
}
