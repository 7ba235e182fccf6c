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
import type { GuardsByCall } from './guard.ts'

interface Target {
  readonly netuid: number
  readonly mecid?: number
}

interface Batch {
  readonly netuids: readonly number[]
  readonly weights: readonly unknown[]
  readonly versionKeys: readonly bigint[]
}

function ensureStake(ctx: Ctx, who: AccountId, netuid: number): void {
  if (!hasStakeForWeights(ctx, netuid, who)) throw errors.NotEnoughStakeToSetWeights
}

export const weightGuards: GuardsByCall = {
  set_weights: (ctx, who, call) =>
    ensureStake(
      ctx,
      who,
      (call.args as { readonly netuid: number; readonly mecid?: number }).netuid,
    ),
  set_mechanism_weights: (ctx, who, call) =>
    ensureStake(
      ctx,
      who,
      (call.args as { readonly netuid: number; readonly mecid?: number }).netuid,
    ),
  batch_set_weights: (ctx, who, call) => {
    const { netuids, weights, versionKeys } = call.args as unknown as Batch
    if (netuids.length !== weights.length || netuids.length !== versionKeys.length) {
      throw errors.InputLengthsUnequal
    }
    for (const netuid of netuids) ensureStake(ctx, who, netuid)
  },
}

/** Only where weights are set at once: commits have a clock of their own check. */
function ensureNotTooFast(ctx: Ctx, who: AccountId, { netuid, mecid = 0 }: Target): void {
  const { commitRevealWeightsEnabled, uids } = ctx.storage.subtensor
  const uid = uids.get(netuid, who)
  if (uid === undefined || commitRevealWeightsEnabled.get(netuid)) return
  if (!mayActOnWeights(ctx, { netuid, mecid }, uid)) throw errors.SettingWeightsTooFast
}

export const weightRateGuards: GuardsByCall = {
  set_weights: (ctx, who, call) =>
    ensureNotTooFast(ctx, who, call.args as { readonly netuid: number; readonly mecid?: number }),
  set_mechanism_weights: (ctx, who, call) =>
    ensureNotTooFast(ctx, who, call.args as { readonly netuid: number; readonly mecid?: number }),
}
