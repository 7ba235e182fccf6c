/**
 * Types of SubnetInfoRuntimeApi but for the metagraph.
 *
 * Source: ../shared/spec/runtime-api.md section 1.2, spec 425.
 *
 * @module
 */
import { array, named, option, struct, vec } from '../../frame/types/combinators.ts'
import { i32f32, i96f32, u64f64 } from '../../frame/types/common.ts'
import { enumeration } from '../../frame/types/enumeration.ts'
import { bool, bytes, u16, u32 } from '../../frame/types/primitives.ts'
import { subnetIdentityV3 } from '../pallets/subtensor/types.ts'
import {
  account,
  accountParam,
  c,
  cAlpha,
  cNetuid,
  compactBytes,
  cTao,
  cU16,
  cU64,
  cU128,
  RPC_INFO,
} from './types.ts'

const subnetInfoHead = {
  netuid: cNetuid,
  rho: cU16,
  kappa: cU16,
  difficulty: cU64,
  immunityPeriod: cU16,
  maxAllowedValidators: cU16,
  minAllowedWeights: cU16,
  maxWeightsLimit: cU16,
  scalingLawPower: cU16,
  subnetworkN: cU16,
  maxAllowedUids: cU16,
  blocksSinceLastStep: cU64,
  tempo: cU16,
  networkModality: cU16,
  networkConnect: vec(array(u16, 2)),
}

export const subnetInfo = struct(
  `${RPC_INFO}::subnet_info::SubnetInfo`,
  { ...subnetInfoHead, emissionValues: cU64, burn: cTao, owner: account },
  accountParam,
)

export const subnetInfoV2 = struct(
  `${RPC_INFO}::subnet_info::SubnetInfov2`,
  {
    ...subnetInfoHead,
    emissionValue: cU64,
    burn: cTao,
    owner: account,
    identity: option(subnetIdentityV3),
  },
  accountParam,
)

const hyperparamsHead = {
  rho: cU16,
  kappa: cU16,
  immunityPeriod: cU16,
  minAllowedWeights: cU16,
  maxWeightsLimit: cU16,
  tempo: cU16,
  minDifficulty: cU64,
  maxDifficulty: cU64,
  weightsVersion: cU64,
  weightsRateLimit: cU64,
  adjustmentInterval: cU16,
  activityCutoff: cU64,
  registrationAllowed: bool,
  targetRegsPerInterval: cU16,
  minBurn: cTao,
  maxBurn: cTao,
  bondsMovingAvg: cU64,
  maxRegsPerBlock: cU16,
  servingRateLimit: cU64,
  maxValidators: cU16,
  adjustmentAlpha: cU64,
  difficulty: cU64,
  commitRevealPeriod: cU64,
  commitRevealWeightsEnabled: bool,
  alphaHigh: cU16,
  alphaLow: cU16,
  liquidAlphaEnabled: bool,
}

export const subnetHyperparams = struct(
  `${RPC_INFO}::subnet_info::SubnetHyperparams`,
  hyperparamsHead,
)

export const subnetHyperparamsV2 = struct(`${RPC_INFO}::subnet_info::SubnetHyperparamsV2`, {
  ...hyperparamsHead,
  alphaSigmoidSteepness: i32f32,
  yumaVersion: cU16,
  subnetIsActive: bool,
  transfersEnabled: bool,
  bondsResetEnabled: bool,
  userLiquidityEnabled: bool,
})

export const hyperparamValue = enumeration(`${RPC_INFO}::subnet_info::HyperparamValue`, {
  Bool: [bool],
  U16: [cU16],
  U32: [c(u32)],
  U64: [cU64],
  U128: [cU128],
  TaoBalance: [cTao],
  I32F32: [i32f32],
  U64F64: [u64f64],
})

export const hyperparamEntry = struct(`${RPC_INFO}::subnet_info::HyperparamEntry`, {
  name: bytes,
  value: hyperparamValue,
})

export const dynamicInfo = struct(
  `${RPC_INFO}::dynamic_info::DynamicInfo`,
  {
    netuid: cNetuid,
    ownerHotkey: account,
    ownerColdkey: account,
    subnetName: compactBytes,
    tokenSymbol: compactBytes,
    tempo: cU16,
    lastStep: cU64,
    blocksSinceLastStep: cU64,
    emission: cU64,
    alphaIn: cAlpha,
    alphaOut: cAlpha,
    taoIn: cTao,
    alphaOutEmission: cAlpha,
    alphaInEmission: cAlpha,
    taoInEmission: cTao,
    pendingAlphaEmission: cAlpha,
    pendingRootEmission: cTao,
    subnetVolume: cU128,
    networkRegisteredAt: cU64,
    subnetIdentity: option(subnetIdentityV3),
    movingPrice: i96f32,
  },
  accountParam,
)

export const subnetState = struct(
  `${RPC_INFO}::show_subnet::SubnetState`,
  {
    netuid: cNetuid,
    hotkeys: vec(account),
    coldkeys: vec(account),
    active: vec(bool),
    validatorPermit: vec(bool),
    pruningScore: vec(cU16),
    lastUpdate: vec(cU64),
    emission: vec(cAlpha),
    dividends: vec(cU16),
    incentives: vec(cU16),
    consensus: vec(cU16),
    trust: vec(cU16),
    rank: vec(cU16),
    blockAtRegistration: vec(cU64),
    alphaStake: vec(cAlpha),
    taoStake: vec(cTao),
    totalStake: vec(cTao),
    emissionHistory: named('Vec<Vec<Compact<AlphaBalance>>>', vec(vec(cAlpha))),
  },
  accountParam,
)
