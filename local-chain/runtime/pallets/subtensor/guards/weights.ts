/**
 * CheckWeights, and what CheckRateLimits does for weights: stake first, then how long ago.
 *
 * Source: ../shared/spec/weights.md section 3.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { hasStakeForWeights, mayActOnWeights } from '../weights/rules.ts'
import type { Guard, GuardsByCall } from './guard.ts'

/** The arguments that these guards look at. */
type SetArgs = Readonly<Record<string, unknown>> & {
  readonly netuid: number
  readonly mecid?: number
}
type BatchArgs = Readonly<Record<string, unknown>> & {
  readonly netuids: readonly number[]
  readonly weights: readonly unknown[]
  readonly versionKeys: readonly bigint[]
}

function ensureStake(ctx: Ctx, who: AccountId, netuid: number): void {
  if (!hasStakeForWeights(ctx, netuid, who)) throw errors.NotEnoughStakeToSetWeights
}

const checkStake: Guard = (ctx, who, call) => ensureStake(ctx, who, (call.args as SetArgs).netuid)

export const weightGuards: GuardsByCall = {
  set_weights: checkStake,
  set_mechanism_weights: checkStake,
  batch_set_weights: (ctx, who, call) => {
    const { netuids, weights, versionKeys } = call.args as BatchArgs
    if (netuids.length !== weights.length || netuids.length !== versionKeys.length) {
      throw errors.InputLengthsUnequal
    }
    for (const netuid of netuids) ensureStake(ctx, who, netuid)
  },
}

/** Only where weights are set at once; a hotkey without uid is left to the call. */
const checkRate: Guard = (ctx, who, call) => {
  const { netuid, mecid = 0 } = call.args as SetArgs
  const { commitRevealWeightsEnabled, uids } = ctx.storage.subtensor
  const uid = uids.get(netuid, who)
  if (uid === undefined || commitRevealWeightsEnabled.get(netuid)) return
  if (!mayActOnWeights(ctx, { netuid, mecid }, uid)) throw errors.SettingWeightsTooFast
}

export const weightRateGuards: GuardsByCall = {
  set_weights: checkRate,
  set_mechanism_weights: checkRate,
}
