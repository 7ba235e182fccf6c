/**
 * The metagraph: a subnet, its parameters and all its neurons.
 *
 * Source: ../shared/spec/runtime-api.md section 2 (subtensor `rpc_info/metagraph.rs`), spec 425.
 *
 * @module
 */
import type { Ctx } from '../context.ts'
import {
  allNetuids,
  mechanismExists,
  mechanismIndex,
  subnetExists,
} from '../pallets/subtensor/subnets/lookup.ts'
import { subnetName } from '../pallets/subtensor/subnets/symbols.ts'
import { hyperparamsOf } from './hyperparams.ts'
import type { Metagraph } from './metagraph-types.ts'
import { blocksSinceLastStep, NO_AXON } from './subnet-fields.ts'
import { neuronColumns } from './subnet-state.ts'
import type { ApiOptions } from './types.ts'

const MAIN_MECHANISM = 0

/**
 * One mechanism of a subnet. The field `netuid` then holds the storage index of the mechanism, which
 * for the main one is the netuid itself.
 */
export function metagraphOf(
  ctx: Ctx,
  netuid: number,
  options: ApiOptions,
  mecid = MAIN_MECHANISM,
): Metagraph | undefined {
  if (mecid !== MAIN_MECHANISM && !mechanismExists(ctx, netuid, mecid)) return undefined
  return columnsOf(ctx, netuid, mechanismIndex(netuid, mecid), options)
}

/** Every mechanism of every subnet, in key order. */
export function allMechagraphs(ctx: Ctx, options: ApiOptions): (Metagraph | undefined)[] {
  return allNetuids(ctx).flatMap((netuid) =>
    Array.from({ length: ctx.storage.subtensor.mechanismCountCurrent.get(netuid) }, (_, mecid) =>
      metagraphOf(ctx, netuid, options, mecid),
    ),
  )
}

/** @param index  storage index that incentives and last updates are read at */
export function columnsOf(
  ctx: Ctx,
  netuid: number,
  index: number,
  options: ApiOptions,
): Metagraph | undefined {
  const params = hyperparamsOf(ctx, netuid, options)
  if (params === undefined || !subnetExists(ctx, netuid)) return undefined
  const s = ctx.storage.subtensor
  const neurons = neuronColumns(ctx, netuid, index, options)
  const { coldkeys, hotkeys } = neurons
  return {
    netuid: index,
    name: subnetName(ctx, netuid),
    symbol: s.tokenSymbol.get(netuid),
    identity: s.subnetIdentitiesV3.get(netuid),
    networkRegisteredAt: s.networkRegisteredAt.get(netuid),
    ownerHotkey: s.subnetOwnerHotkey.get(netuid),
    ownerColdkey: s.subnetOwner.get(netuid),
    block: BigInt(ctx.blockNumber),
    tempo: params.tempo,
    lastStep: s.lastMechansimStepBlock.get(netuid),
    blocksSinceLastStep: blocksSinceLastStep(ctx, netuid),
    subnetEmission: 0n,
    alphaIn: s.subnetAlphaIn.get(netuid),
    alphaOut: s.subnetAlphaOut.get(netuid),
    taoIn: s.subnetTao.get(netuid),
    alphaOutEmission: s.subnetAlphaOutEmission.get(netuid),
    alphaInEmission: s.subnetAlphaInEmission.get(netuid),
    taoInEmission: s.subnetTaoInEmission.get(netuid),
    pendingAlphaEmission:
      s.pendingValidatorEmission.get(netuid) + s.pendingServerEmission.get(netuid),
    pendingRootEmission: 0n,
    subnetVolume: s.subnetVolume.get(netuid),
    movingPrice: s.subnetMovingPrice.get(netuid),
    rho: params.rho,
    kappa: params.kappa,
    minAllowedWeights: params.minAllowedWeights,
    maxWeightsLimit: params.maxWeightsLimit,
    weightsVersion: params.weightsVersion,
    weightsRateLimit: params.weightsRateLimit,
    activityCutoff: params.activityCutoff,
    maxValidators: params.maxValidators,
    numUids: hotkeys.length,
    maxUids: s.maxAllowedUids.get(netuid),
    burn: s.burn.get(netuid),
    difficulty: params.difficulty,
    registrationAllowed: params.registrationAllowed,
    powRegistrationAllowed: s.networkPowRegistrationAllowed.get(netuid),
    immunityPeriod: params.immunityPeriod,
    minDifficulty: params.minDifficulty,
    maxDifficulty: params.maxDifficulty,
    minBurn: params.minBurn,
    maxBurn: params.maxBurn,
    adjustmentAlpha: params.adjustmentAlpha,
    adjustmentInterval: params.adjustmentInterval,
    targetRegsPerInterval: params.targetRegsPerInterval,
    maxRegsPerBlock: params.maxRegsPerBlock,
    servingRateLimit: params.servingRateLimit,
    commitRevealWeightsEnabled: params.commitRevealWeightsEnabled,
    commitRevealPeriod: params.commitRevealPeriod,
    liquidAlphaEnabled: params.liquidAlphaEnabled,
    alphaHigh: params.alphaHigh,
    alphaLow: params.alphaLow,
    bondsMovingAvg: params.bondsMovingAvg,
    ...neurons,
    identities: coldkeys.map((coldkey) => s.identitiesV2.get(coldkey)),
    axons: hotkeys.map((hotkey) => s.axons.get(netuid, hotkey) ?? NO_AXON),
    taoDividendsPerHotkey: hotkeys.map((hotkey) => [hotkey, 0n] as const),
    alphaDividendsPerHotkey: hotkeys.map(
      (hotkey) => [hotkey, s.alphaDividendsPerSubnet.get(netuid, hotkey)] as const,
    ),
  }
}
