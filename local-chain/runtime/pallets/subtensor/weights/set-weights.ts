/**
 * Setting weights: what a validator thinks of the neurons of a subnet.
 *
 * Source: ../shared/spec/weights.md section 4 (subtensor `subnets/weights.rs`). The order of the
 * checks is the chain's.
 *
 * @module
 */

import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { U16Pairs } from '../../../../frame/u16-pairs.ts'
import { vecU16MaxUpscaleToU16 } from '../../../../yuma/index.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { touchLastUpdate } from '../neurons/slots.ts'
import { mechanismExists, mechanismIndex, ROOT_NETUID } from '../subnets/lookup.ts'
import { hasStakeForWeights, isSelfWeight, mayActOnWeights, mayJudgeOthers } from './rules.ts'

export interface WeightsOrder {
  readonly netuid: number
  readonly mecid: number
  /** Who is judged. */
  readonly uids: readonly number[]
  /** What each is worth; the greatest becomes 65535. */
  readonly values: readonly number[]
  readonly versionKey: bigint
}

/** @throws CommitRevealEnabled  weights must be committed first; also for unknown subnets and root */
export function ensurePlainWeights(ctx: Ctx, netuid: number): void {
  if (ctx.storage.subtensor.commitRevealWeightsEnabled.get(netuid)) {
    throw errors.CommitRevealEnabled
  }
}

/**
 * Stores weights in the caller's order, zeros included. While commit-reveal is on the clock was
 * touched by the commit, and is neither looked at nor moved here.
 */
export function setWeights(ctx: Ctx, hotkey: AccountId, order: WeightsOrder): void {
  const s = ctx.storage.subtensor
  const { netuid, mecid, uids, values } = order
  const uid = ensureMaySetWeights(ctx, hotkey, order)
  ensureGoodUids(ctx, uid, order)

  const index = mechanismIndex(netuid, mecid)
  const upscaled = vecU16MaxUpscaleToU16(values)
  s.weights.set(index, uid, U16Pairs.of(uids.map((target, i) => [target, upscaled[i] ?? 0])))
  if (!s.commitRevealWeightsEnabled.get(netuid)) {
    touchLastUpdate(ctx, { index, uid, n: s.subnetworkN.get(netuid) })
  }
  ctx.emit(events.WeightsSet, [index, uid])
}

/** @returns the caller's uid */
function ensureMaySetWeights(ctx: Ctx, hotkey: AccountId, order: WeightsOrder): number {
  const s = ctx.storage.subtensor
  const { netuid, mecid, uids, values, versionKey } = order
  if (netuid === ROOT_NETUID) throw errors.CanNotSetRootNetworkWeights
  if (uids.length !== values.length) throw errors.WeightVecNotEqualSize
  if (!mechanismExists(ctx, netuid, mecid)) throw errors.MechanismDoesNotExist
  if (uids.length > s.subnetworkN.get(netuid)) throw errors.UidsLengthExceedUidsInSubNet
  const uid = s.uids.get(netuid, hotkey)
  if (uid === undefined) throw errors.HotKeyNotRegisteredInSubNet
  if (!hasStakeForWeights(ctx, netuid, hotkey)) throw errors.NotEnoughStakeToSetWeights
  const wanted = s.weightsVersionKey.get(netuid)
  if (wanted !== 0n && versionKey < wanted) throw errors.IncorrectWeightVersionKey
  const plain = !s.commitRevealWeightsEnabled.get(netuid)
  if (plain && !mayActOnWeights(ctx, order, uid)) throw errors.SettingWeightsTooFast
  if (!isSelfWeight(uid, uids, values) && !mayJudgeOthers(ctx, netuid, uid)) {
    throw errors.NeuronNoValidatorPermit
  }
  return uid
}

function ensureGoodUids(ctx: Ctx, uid: number, order: WeightsOrder): void {
  const s = ctx.storage.subtensor
  const { netuid, uids, values } = order
  if (new Set(uids).size !== uids.length) throw errors.DuplicateUids
  if (!uids.every((target) => s.keys.exists(netuid, target))) throw errors.UidVecContainInvalidOne
  const least = Math.min(s.subnetworkN.get(netuid), s.minAllowedWeights.get(netuid))
  if (!isSelfWeight(uid, uids, values) && values.length < least) throw errors.WeightVecLengthIsLow
}
