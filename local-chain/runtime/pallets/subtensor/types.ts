/**
 * Types that the subtensor pallet owns.
 *
 * @module
 */

import { boundedBytes, btreeSet, named, option, struct } from '../../../frame/types/combinators.ts'
import { accountId, alphaBalance, netuid, u64f64 } from '../../../frame/types/common.ts'
import { enumeration, plainEnum } from '../../../frame/types/enumeration.ts'
import { bytes, u8, u16, u32, u64, u128 } from '../../../frame/types/primitives.ts'
import { percent } from '../../types.ts'

export const lockState = struct('pallet_subtensor::staking::lock::LockState', {
  lockedMass: alphaBalance,
  conviction: u64f64,
  lastUpdate: u64,
})

export const hyperparameter = plainEnum('pallet_subtensor::utils::rate_limiting::Hyperparameter', [
  'Unknown',
  'ServingRateLimit',
  'MaxDifficulty',
  'AdjustmentAlpha',
  'MaxWeightLimit',
  'ImmunityPeriod',
  'MinAllowedWeights',
  'Kappa',
  'Rho',
  'ActivityCutoff',
  'PowRegistrationAllowed',
  'MinBurn',
  'MaxBurn',
  'BondsMovingAverage',
  'BondsPenalty',
  'CommitRevealEnabled',
  'LiquidAlphaEnabled',
  'AlphaValues',
  'WeightCommitInterval',
  'TransferEnabled',
  'AlphaSigmoidSteepness',
  'Yuma3Enabled',
  'BondsResetEnabled',
  'ImmuneNeuronLimit',
  'RecycleOrBurn',
  'MaxAllowedUids',
  'BurnHalfLife',
  'BurnIncreaseMult',
  'SubnetEmissionEnabled',
  'MinChildkeyTake',
  'ActivityCutoffFactorMilli',
  'TriggerEpoch',
])

export const rateLimitKey = enumeration(
  'pallet_subtensor::RateLimitKey',
  {
    SetSNOwnerHotkey: [netuid],
    OwnerHyperparamUpdate: [netuid, hyperparameter],
    NetworkLastRegistered: null,
    LastTxBlock: [named('AccountId', accountId)],
    LastTxBlockChildKeyTake: [named('AccountId', accountId)],
    LastTxBlockDelegateTake: [named('AccountId', accountId)],
    AddStakeBurn: [netuid],
  },
  { params: [{ name: 'AccountId', type: accountId }] },
)

export const recycleOrBurnEnum = plainEnum('pallet_subtensor::pallet::RecycleOrBurnEnum', [
  'Burn',
  'Recycle',
])

export const axonInfo = struct('pallet_subtensor::pallet::AxonInfo', {
  block: u64,
  version: u32,
  ip: u128,
  port: u16,
  ipType: u8,
  protocol: u8,
  placeholder1: u8,
  placeholder2: u8,
})

export const neuronCertificate = struct('pallet_subtensor::pallet::NeuronCertificate', {
  publicKey: boundedBytes(bytes, 64),
  algorithm: u8,
})

export const prometheusInfo = struct('pallet_subtensor::pallet::PrometheusInfo', {
  block: u64,
  version: u32,
  ip: u128,
  port: u16,
  ipType: u8,
})

export const chainIdentityV2 = struct('pallet_subtensor::pallet::ChainIdentityV2', {
  name: bytes,
  url: bytes,
  githubRepo: bytes,
  image: bytes,
  discord: bytes,
  description: bytes,
  additional: bytes,
})

export const subnetIdentityV3 = struct('pallet_subtensor::pallet::SubnetIdentityV3', {
  subnetName: bytes,
  githubRepo: bytes,
  subnetContact: bytes,
  subnetUrl: bytes,
  discord: bytes,
  description: bytes,
  logoUrl: bytes,
  additional: bytes,
})

export const rootClaimTypeEnum = enumeration('pallet_subtensor::pallet::RootClaimTypeEnum', {
  Swap: null,
  Keep: null,
  KeepSubnets: { subnets: named('BTreeSet<NetUid>', btreeSet(u16)) },
})

export const subnetLease = struct(
  'pallet_subtensor::subnets::leasing::SubnetLease',
  {
    beneficiary: named('AccountId', accountId),
    coldkey: named('AccountId', accountId),
    hotkey: named('AccountId', accountId),
    emissionsShare: percent,
    endBlock: named('Option<BlockNumber>', option(u32)),
    netuid,
    cost: named('Balance', u64),
  },
  {
    params: [
      { name: 'AccountId', type: accountId },
      { name: 'BlockNumber', type: u32 },
      { name: 'Balance', type: u64 },
    ],
  },
)
