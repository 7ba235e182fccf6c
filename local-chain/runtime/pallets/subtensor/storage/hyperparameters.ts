/**
 * Storage of SubtensorModule: hyperparameters. Order is wire format.
 *
 * @module
 */
import { doubleMap, map, value } from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity } from '../../../../frame/storage/hashers.ts'
import { tuple } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { bool, i16, u8, u16, u64 } from '../../../../frame/types/primitives.ts'

export const hyperparametersStorage = {
  servingRateLimit: map(identity(u16), u64, 50n),
  rho: map(identity(u16), u16, 10),
  alphaSigmoidSteepness: map(identity(u16), i16, 1_000),
  kappa: map(identity(u16), u16, 32_767),
  registrationsThisInterval: map(identity(u16), u16, 0),
  powRegistrationsThisInterval: map(identity(u16), u16, 0, {
    name: 'POWRegistrationsThisInterval',
  }),
  burnRegistrationsThisInterval: map(identity(u16), u16, 0),
  minAllowedUids: map(identity(u16), u16, 64),
  maxAllowedUids: map(identity(u16), u16, 256),
  immunityPeriod: map(identity(u16), u16, 4_096),
  activityCutoff: map(identity(u16), u16, 5_000),
  maxWeightsLimit: map(identity(u16), u16, 65_535),
  weightsVersionKey: map(identity(u16), u64, 0n),
  minAllowedWeights: map(identity(u16), u16, 1_024),
  maxAllowedValidators: map(identity(u16), u16, 128),
  adjustmentInterval: map(identity(u16), u16, 100),
  bondsMovingAverage: map(identity(u16), u64, 900_000n),
  bondsPenalty: map(identity(u16), u16, 65_535),
  bondsResetOn: map(identity(u16), bool, false),
  weightsSetRateLimit: map(identity(u16), u64, 100n),
  validatorPruneLen: map(identity(u16), u64, 1n),
  scalingLawPower: map(identity(u16), u16, 50),
  targetRegistrationsPerInterval: map(identity(u16), u16, 2),
  adjustmentAlpha: map(identity(u16), u64, 0n),
  commitRevealWeightsEnabled: map(identity(u16), bool, true),
  burn: map(identity(u16), u64, 100_000_000n),
  difficulty: map(identity(u16), u64, 10_000_000n),
  minBurn: map(identity(u16), u64, 500_000n),
  maxBurn: map(identity(u16), u64, 100_000_000_000n),
  minDifficulty: map(identity(u16), u64, 10_000_000n),
  maxDifficulty: map(identity(u16), u64, 4_611_686_018_427_387_903n),
  lastAdjustmentBlock: map(identity(u16), u64, 0n),
  registrationsThisBlock: map(identity(u16), u16, 0),
  emaPriceHalvingBlocks: map(identity(u16), u64, 201_600n, { name: 'EMAPriceHalvingBlocks' }),
  raoRecycledForRegistration: map(identity(u16), u64, 0n, { name: 'RAORecycledForRegistration' }),
  maxEpochsPerBlock: value(u8, (profile) => (profile === 'fast' ? 32 : 2)),
  txRateLimit: value(u64, 1_000n),
  txDelegateTakeRateLimit: value(u64, 216_000n),
  txChildkeyTakeRateLimit: value(u64, (profile) => (profile === 'fast' ? 5n : 216_000n)),
  liquidAlphaOn: map(blake2Concat(u16), bool, false),
  yuma3On: map(blake2Concat(u16), bool, false),
  alphaValues: map(identity(u16), tuple(u16, u16), [45_875, 58_982]),
  subtokenEnabled: map(identity(u16), bool, false),
  votingPower: doubleMap(identity(u16), blake2Concat(accountId), u64, 0n),
  votingPowerTrackingEnabled: map(identity(u16), bool, false),
  votingPowerDisableAtBlock: map(identity(u16), u64, 0n),
  votingPowerEmaAlpha: map(identity(u16), u64, 3_570_000_000_000_000n),
  immuneOwnerUidsLimit: map(identity(u16), u16, 1),
}
