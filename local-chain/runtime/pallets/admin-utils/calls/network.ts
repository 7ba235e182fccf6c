/**
 * Parameters of the whole network. All are for root.
 *
 * Source: ../shared/spec/hyperparameters.md sections 2 and 5.
 *
 * @module
 */
import { U64F64 } from '../../../../frame/fixed/index.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { i64f64, i96f32, taoBalance, u64f64 } from '../../../../frame/types/common.ts'
import { bool, u8, u16, u32, u64 } from '../../../../frame/types/primitives.ts'
import { errors as subtensorErrors } from '../../subtensor/errors.ts'
import { events } from '../../subtensor/events.ts'
import { errors } from '../errors.ts'
import { globalSetter } from '../setter.ts'

const blockNumber = named('BlockNumberFor<T>', u32)
const MECHANISMS_MAX = 16
const TWO = U64F64.fromInt(2)

export const networkSetters = {
  sudoSetDefaultTake: globalSetter({
    index: 1,
    docs: 'Sets the highest take a delegate may ask for, in parts of 65535.',
    weight: [105_400_000n, 0n],
    arg: { defaultTake: u16 },
    item: (s) => s.maxDelegateTake,
    event: events.MaxDelegateTakeSet,
  }),
  sudoSetTxRateLimit: globalSetter({
    index: 2,
    docs: 'Sets the blocks between two hotkey swaps of a coldkey.',
    weight: [105_440_000n, 0n],
    arg: { txRateLimit: u64 },
    item: (s) => s.txRateLimit,
    event: events.TxRateLimitSet,
  }),
  sudoSetSubnetOwnerCut: globalSetter({
    index: 28,
    docs: 'Sets the share of emission that subnet owners get, in parts of 65535.',
    weight: [114_000_000n, 0n],
    arg: { subnetOwnerCut: u16 },
    item: (s) => s.subnetOwnerCut,
    event: events.SubnetOwnerCutSet,
  }),
  sudoSetNetworkRateLimit: globalSetter({
    index: 29,
    docs: 'Sets the blocks between two registrations of subnets.',
    weight: [114_000_000n, 0n],
    arg: { rateLimit: u64 },
    item: (s) => s.networkRateLimit,
    event: events.NetworkRateLimitSet,
  }),
  sudoSetNetworkImmunityPeriod: globalSetter({
    index: 35,
    docs: 'Sets the blocks in which a new subnet cannot be pruned.',
    weight: [114_000_000n, 0n],
    arg: { immunityPeriod: u64 },
    item: (s) => s.networkImmunityPeriod,
    event: events.NetworkImmunityPeriodSet,
  }),
  sudoSetNetworkMinLockCost: globalSetter({
    index: 36,
    docs: 'Sets the lowest price of a subnet, rao.',
    weight: [114_000_000n, 0n],
    arg: { lockCost: taoBalance },
    item: (s) => s.networkMinLockCost,
    event: events.NetworkMinLockCostSet,
  }),
  sudoSetSubnetLimit: globalSetter({
    index: 37,
    docs: 'Sets how many subnets there may be beside root.',
    weight: [114_000_000n, 0n],
    arg: { maxSubnets: u16 },
    item: (s) => s.subnetLimit,
    event: events.SubnetLimitSet,
  }),
  sudoSetLockReductionInterval: globalSetter({
    index: 38,
    docs: 'Sets the blocks in which the price of a subnet falls by the last one paid.',
    weight: [114_000_000n, 0n],
    arg: { interval: u64 },
    item: (s) => s.networkLockReductionInterval,
    event: events.NetworkLockCostReductionIntervalSet,
  }),
  sudoSetStakeThreshold: globalSetter({
    index: 42,
    docs: 'Sets the stake weight a hotkey needs to set weights or children, rao.',
    weight: [105_500_000n, 0n],
    arg: { minStake: u64 },
    item: (s) => s.stakeThreshold,
    event: events.StakeThresholdSet,
  }),
  sudoSetTxDelegateTakeRateLimit: globalSetter({
    index: 45,
    docs: 'Sets the blocks between two increases of a delegate take.',
    weight: [105_420_000n, 0n],
    arg: { txRateLimit: u64 },
    item: (s) => s.txDelegateTakeRateLimit,
    event: events.TxDelegateTakeRateLimitSet,
  }),
  sudoSetMinDelegateTake: globalSetter({
    index: 46,
    docs: 'Sets the lowest take a delegate may ask for, in parts of 65535.',
    weight: [105_490_000n, 0n],
    arg: { take: u16 },
    item: (s) => s.minDelegateTake,
    event: events.MinDelegateTakeSet,
  }),
  sudoSetDissolveNetworkScheduleDuration: globalSetter({
    index: 55,
    docs: 'Sets a delay that nothing uses any more.',
    weight: [105_591_000n, 0n],
    arg: { duration: blockNumber },
    item: (s) => s.dissolveNetworkScheduleDuration,
    event: events.DissolveNetworkScheduleDurationSet,
  }),
  sudoSetSubnetMovingAlpha: globalSetter({
    index: 63,
    docs: 'Sets how fast moving prices follow (I96F32 bits).',
    weight: [102_955_000n, 0n],
    arg: { alpha: i96f32 },
    item: (s) => s.subnetMovingAlpha,
  }),
  sudoSetCommitRevealVersion: globalSetter({
    index: 71,
    docs: 'Sets the version that timelocked commits must name.',
    weight: [106_052_000n, 0n],
    arg: { version: u16 },
    item: (s) => s.commitRevealWeightsVersion,
    event: events.CommitRevealVersionSet,
  }),
  sudoSetCkBurn: globalSetter({
    index: 73,
    docs: "Sets the share of a parent's dividends from children that is burned, in parts of 2^64 - 1.",
    weight: [140_650_000n, 0n],
    arg: { burn: u64 },
    item: (s) => s.ckBurn,
  }),
  sudoSetAdminFreezeWindow: globalSetter({
    index: 74,
    docs: 'Sets the blocks before an epoch in which parameters of a subnet cannot change.',
    weight: [105_450_000n, 0n],
    arg: { window: u16 },
    item: (s) => s.adminFreezeWindow,
    event: events.AdminFreezeWindowSet,
  }),
  sudoSetOwnerHparamRateLimit: globalSetter({
    index: 75,
    docs: "Sets the tempos between two changes of a parameter by a subnet's owner.",
    weight: [105_471_000n, 0n],
    arg: { epochs: u16 },
    item: (s) => s.ownerHyperparamRateLimit,
    event: events.OwnerHyperparamRateLimitSet,
  }),
  sudoSetTaoFlowCutoff: globalSetter({
    index: 81,
    docs: 'Sets the flow of TAO below which a subnet gets no emission (I64F64 bits).',
    weight: [107_343_000n, 0n],
    arg: { flowCutoff: i64f64 },
    item: (s) => s.taoFlowCutoff,
  }),
  sudoSetTaoFlowNormalizationExponent: globalSetter({
    index: 82,
    docs: 'Sets the exponent that shapes shares of emission by flow, 1 to 2 (U64F64 bits).',
    weight: [107_343_000n, 0n],
    arg: { exponent: u64f64 },
    item: (s) => s.flowNormExponent,
    check: (exponent) => {
      if (exponent < U64F64.one || exponent > TWO) throw errors.InvalidValue
    },
  }),
  sudoSetTaoFlowSmoothingFactor: globalSetter({
    index: 83,
    docs: 'Sets how fast the average flow of TAO follows, in parts of 2^63.',
    weight: [107_343_000n, 0n],
    arg: { smoothingFactor: u64 },
    item: (s) => s.flowEmaSmoothingFactor,
  }),
  sudoSetStartCallDelay: globalSetter({
    index: 85,
    docs: 'Sets the blocks between the registration of a subnet and its start.',
    weight: [114_000_000n, 0n],
    arg: { delay: u64 },
    item: (s) => s.startCallDelay,
    event: events.StartCallDelaySet,
  }),
  sudoSetColdkeySwapAnnouncementDelay: globalSetter({
    index: 86,
    docs: 'Sets the blocks between the announcement of a coldkey swap and the swap.',
    weight: [105_370_000n, 0n],
    arg: { duration: blockNumber },
    item: (s) => s.coldkeySwapAnnouncementDelay,
    event: events.ColdkeySwapAnnouncementDelaySet,
  }),
  sudoSetColdkeySwapReannouncementDelay: globalSetter({
    index: 87,
    docs: 'Sets the blocks after which an announced coldkey swap may be announced anew or cleared.',
    weight: [105_360_000n, 0n],
    arg: { duration: blockNumber },
    item: (s) => s.coldkeySwapReannouncementDelay,
    event: events.ColdkeySwapReannouncementDelaySet,
  }),
  sudoSetMaxMechanismCount: globalSetter({
    index: 88,
    docs: 'Sets how many mechanisms a subnet may have, 1 to 16.',
    weight: [140_000_000n, 0n],
    arg: { maxMechanismCount: named('MechId', u8) },
    item: (s) => s.maxMechanismCount,
    check: (count) => {
      if (count === 0 || count > MECHANISMS_MAX) throw subtensorErrors.InvalidValue
    },
  }),
  sudoSetNetTaoFlowEnabled: globalSetter({
    index: 91,
    docs: "Sets whether the protocol's own flow counts against the users'.",
    weight: [107_343_000n, 0n],
    arg: { enabled: bool },
    item: (s) => s.netTaoFlowEnabled,
  }),
  sudoSetMaxEpochsPerBlock: globalSetter({
    index: 96,
    docs: 'Sets how many epochs may run in one block; at least 1.',
    weight: [105_530_000n, 0n],
    arg: { maxEpochsPerBlock: u8 },
    item: (s) => s.maxEpochsPerBlock,
    event: events.MaxEpochsPerBlockSet,
    check: (count) => {
      if (count === 0) throw errors.ValueNotInBounds
    },
  }),
}
