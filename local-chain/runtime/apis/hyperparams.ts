/**
 * Hyperparameters of a subnet as the API reports them: as records, and as a list of names.
 *
 * Source: ../shared/spec/runtime-api.md sections 1.1 and 2; order and kinds of the list as recorded in
 * ../shared/vectors/traces, spec 425.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import type { TypeOf } from '../../frame/types/type.ts'
import type { Ctx } from '../context.ts'
import { subnetExists } from '../pallets/subtensor/subnets/lookup.ts'
import { activityCutoff } from './subnet-fields.ts'
import type { hyperparamEntry, hyperparamValue, subnetHyperparamsV2 } from './subnet-info-types.ts'
import type { ApiOptions } from './types.ts'

type Hyperparams = TypeOf<typeof subnetHyperparamsV2>
type HyperparamValue = TypeOf<typeof hyperparamValue>
type HyperparamEntry = TypeOf<typeof hyperparamEntry>

/** All of the second version; the first is its beginning. */
export function hyperparamsOf(
  ctx: Ctx,
  netuid: number,
  options: ApiOptions,
): Hyperparams | undefined {
  if (!subnetExists(ctx, netuid)) return undefined
  const s = ctx.storage.subtensor
  const [alphaLow, alphaHigh] = s.alphaValues.get(netuid)
  return {
    rho: s.rho.get(netuid),
    kappa: s.kappa.get(netuid),
    immunityPeriod: s.immunityPeriod.get(netuid),
    minAllowedWeights: s.minAllowedWeights.get(netuid),
    maxWeightsLimit: s.maxWeightsLimit.get(netuid),
    tempo: s.tempo.get(netuid),
    minDifficulty: s.minDifficulty.get(netuid),
    maxDifficulty: s.maxDifficulty.get(netuid),
    weightsVersion: s.weightsVersionKey.get(netuid),
    weightsRateLimit: s.weightsSetRateLimit.get(netuid),
    adjustmentInterval: s.adjustmentInterval.get(netuid),
    activityCutoff: activityCutoff(ctx, netuid, options),
    registrationAllowed: s.networkRegistrationAllowed.get(netuid),
    targetRegsPerInterval: s.targetRegistrationsPerInterval.get(netuid),
    minBurn: s.minBurn.get(netuid),
    maxBurn: s.maxBurn.get(netuid),
    bondsMovingAvg: s.bondsMovingAverage.get(netuid),
    maxRegsPerBlock: s.maxRegistrationsPerBlock.get(netuid),
    servingRateLimit: s.servingRateLimit.get(netuid),
    maxValidators: s.maxAllowedValidators.get(netuid),
    adjustmentAlpha: s.adjustmentAlpha.get(netuid),
    difficulty: s.difficulty.get(netuid),
    commitRevealPeriod: s.revealPeriodEpochs.get(netuid),
    commitRevealWeightsEnabled: s.commitRevealWeightsEnabled.get(netuid),
    alphaHigh,
    alphaLow,
    liquidAlphaEnabled: s.liquidAlphaOn.get(netuid),
    alphaSigmoidSteepness: I32F32.fromInt(s.alphaSigmoidSteepness.get(netuid)),
    yumaVersion: s.yuma3On.get(netuid) ? 3 : 2,
    subnetIsActive: s.subtokenEnabled.get(netuid),
    transfersEnabled: s.transferToggle.get(netuid),
    bondsResetEnabled: s.bondsResetOn.get(netuid),
    userLiquidityEnabled: false,
  }
}

const utf8 = new TextEncoder()

/** The third version: what still matters, by name, so that clients need not know the order. */
export function hyperparamList(
  ctx: Ctx,
  netuid: number,
  options: ApiOptions,
): HyperparamEntry[] | undefined {
  const p = hyperparamsOf(ctx, netuid, options)
  if (p === undefined) return undefined
  const s = ctx.storage.subtensor
  const list: [name: string, value: HyperparamValue][] = [
    ['kappa', { type: 'U16', value: p.kappa }],
    ['immunity_period', { type: 'U16', value: p.immunityPeriod }],
    ['min_allowed_weights', { type: 'U16', value: p.minAllowedWeights }],
    ['max_weights_limit', { type: 'U16', value: p.maxWeightsLimit }],
    ['tempo', { type: 'U16', value: p.tempo }],
    ['weights_version', { type: 'U64', value: p.weightsVersion }],
    ['weights_rate_limit', { type: 'U64', value: p.weightsRateLimit }],
    ['activity_cutoff', { type: 'U64', value: p.activityCutoff }],
    ['activity_cutoff_factor', { type: 'U32', value: s.activityCutoffFactorMilli.get(netuid) }],
    ['registration_allowed', { type: 'Bool', value: p.registrationAllowed }],
    ['target_regs_per_interval', { type: 'U16', value: p.targetRegsPerInterval }],
    ['min_burn', { type: 'TaoBalance', value: p.minBurn }],
    ['max_burn', { type: 'TaoBalance', value: p.maxBurn }],
    ['burn_half_life', { type: 'U16', value: s.burnHalfLife.get(netuid) }],
    ['burn_increase_mult', { type: 'U64F64', value: s.burnIncreaseMult.get(netuid) }],
    ['bonds_moving_avg', { type: 'U64', value: p.bondsMovingAvg }],
    ['max_regs_per_block', { type: 'U16', value: p.maxRegsPerBlock }],
    ['serving_rate_limit', { type: 'U64', value: p.servingRateLimit }],
    ['max_validators', { type: 'U16', value: p.maxValidators }],
    ['commit_reveal_period', { type: 'U64', value: p.commitRevealPeriod }],
    ['commit_reveal_weights_enabled', { type: 'Bool', value: p.commitRevealWeightsEnabled }],
    ['alpha_high', { type: 'U16', value: p.alphaHigh }],
    ['alpha_low', { type: 'U16', value: p.alphaLow }],
    ['liquid_alpha_enabled', { type: 'Bool', value: p.liquidAlphaEnabled }],
    ['alpha_sigmoid_steepness', { type: 'I32F32', value: p.alphaSigmoidSteepness }],
    ['yuma_version', { type: 'U16', value: p.yumaVersion }],
    ['subnet_is_active', { type: 'Bool', value: p.subnetIsActive }],
    ['transfers_enabled', { type: 'Bool', value: p.transfersEnabled }],
    ['bonds_reset_enabled', { type: 'Bool', value: p.bondsResetEnabled }],
    ['user_liquidity_enabled', { type: 'Bool', value: p.userLiquidityEnabled }],
    ['owner_cut_enabled', { type: 'Bool', value: s.ownerCutEnabled.get(netuid) }],
    ['owner_cut_auto_lock_enabled', { type: 'Bool', value: s.ownerCutAutoLockEnabled.get(netuid) }],
    ['min_childkey_take', { type: 'U16', value: minChildkeyTake(ctx, netuid) }],
  ]
  return list.map(([name, value]) => ({ name: utf8.encode(name), value }))
}

/** The subnet's own least take of children, or the chain's where that is more. */
function minChildkeyTake(ctx: Ctx, netuid: number): number {
  const s = ctx.storage.subtensor
  return Math.max(s.minChildkeyTake.get(), s.minChildkeyTakePerSubnet.get(netuid))
}
