/**
 * Parameters of a subnet about weights, bonds, epochs, emission and stake.
 *
 * Source: ../shared/spec/hyperparameters.md sections 2 and 4.
 *
 * @module
 */
import { named } from '../../../../frame/types/combinators.ts'
import { bool, i16, u16, u64 } from '../../../../frame/types/primitives.ts'
import { errors as subtensorErrors } from '../../subtensor/errors.ts'
import { events } from '../../subtensor/events.ts'
import { transactionKey } from '../../subtensor/rate-limits.ts'
import { recycleOrBurnEnum } from '../../subtensor/types.ts'
import { errors } from '../errors.ts'
import { events as adminEvents } from '../events.ts'
import { subnetSetter } from '../setter.ts'

const OWNER_BONDS_AVERAGE_MAX = 975_000n
const REVEAL_PERIOD_MAX = 100n

export const consensusSetters = {
  sudoSetWeightsVersionKey: subnetSetter({
    index: 6,
    docs: 'Sets the lowest version that weights must name.',
    weight: [259_204_000n, 4_383n],
    owner: { transaction: transactionKey.SetWeightsVersionKey },
    freezes: true,
    exists: true,
    arg: { weightsVersionKey: u64 },
    item: (s) => s.weightsVersionKey,
    event: events.WeightsVersionKeySet,
  }),
  sudoSetWeightsSetRateLimit: subnetSetter({
    index: 7,
    docs: 'Sets the blocks between two settings of weights by a neuron.',
    weight: [141_420_000n, 4_084n],
    freezes: false,
    exists: true,
    arg: { weightsSetRateLimit: u64 },
    item: (s) => s.weightsSetRateLimit,
    event: events.WeightsSetRateLimitSet,
  }),
  sudoSetMinAllowedWeights: subnetSetter({
    index: 14,
    docs: 'Sets how many weights a validator must give.',
    weight: [259_664_000n, 4_383n],
    owner: { hyperparameter: 'MinAllowedWeights' },
    freezes: true,
    exists: true,
    arg: { minAllowedWeights: u16 },
    item: (s) => s.minAllowedWeights,
    event: events.MinAllowedWeightSet,
  }),
  sudoSetKappa: subnetSetter({
    index: 16,
    docs: 'Sets the stake majority that makes a weight consensus, in parts of 65535.',
    weight: [141_301_000n, 4_084n],
    freezes: false,
    exists: true,
    arg: { kappa: u16 },
    item: (s) => s.kappa,
    event: events.KappaSet,
  }),
  sudoSetRho: subnetSetter({
    index: 17,
    docs: "Sets rho, which clients show and today's epoch does not read.",
    weight: [256_268_000n, 4_383n],
    owner: { hyperparameter: 'Rho' },
    freezes: true,
    exists: true,
    arg: { rho: u16 },
    item: (s) => s.rho,
  }),
  sudoSetActivityCutoff: subnetSetter({
    index: 18,
    docs: 'Sets the old activity cutoff, which the epoch does not read; see set_activity_cutoff_factor.',
    weight: [285_165_000n, 4_383n],
    owner: { hyperparameter: 'ActivityCutoff' },
    freezes: true,
    exists: true,
    arg: { activityCutoff: u16 },
    item: (s) => s.activityCutoff,
    event: events.ActivityCutoffSet,
    check: (ctx, _netuid, blocks) => {
      const least = ctx.storage.subtensor.minActivityCutoff.get()
      if (blocks < least) throw subtensorErrors.ActivityCutoffTooLow
    },
  }),
  sudoSetMaxAllowedValidators: subnetSetter({
    index: 25,
    docs: 'Sets how many neurons hold a validator permit; at most as many as there may be neurons.',
    weight: [285_896_000n, 4_383n],
    freezes: true,
    exists: true,
    arg: { maxAllowedValidators: u16 },
    item: (s) => s.maxAllowedValidators,
    event: events.MaxAllowedValidatorsSet,
    check: (ctx, netuid, max) => {
      const uids = ctx.storage.subtensor.maxAllowedUids.get(netuid)
      if (max > uids) throw errors.MaxValidatorsLargerThanMaxUIds
    },
  }),
  sudoSetBondsMovingAverage: subnetSetter({
    index: 26,
    docs: 'Sets how slowly bonds follow weights, in parts of a million. Owners may go up to 975000.',
    weight: [259_495_000n, 4_383n],
    owner: { hyperparameter: 'BondsMovingAverage' },
    freezes: true,
    exists: true,
    arg: { bondsMovingAverage: u64 },
    item: (s) => s.bondsMovingAverage,
    event: events.BondsMovingAverageSet,
    checkFirst: (average, owner) => {
      if (owner !== undefined && average > OWNER_BONDS_AVERAGE_MAX) {
        throw errors.BondsMovingAverageMaxReached
      }
    },
  }),
  sudoSetBondsPenalty: subnetSetter({
    index: 60,
    docs: 'Sets how much weights above consensus cost a validator in bonds, in parts of 65535.',
    weight: [259_354_000n, 4_383n],
    owner: { hyperparameter: 'BondsPenalty' },
    freezes: true,
    exists: true,
    arg: { bondsPenalty: u16 },
    item: (s) => s.bondsPenalty,
    event: events.BondsPenaltySet,
  }),
  sudoSetTempo: subnetSetter({
    index: 30,
    docs: 'Sets the blocks between two epochs and starts counting anew; 0 stops them.',
    weight: [361_298_000n, 4_383n],
    freezes: true,
    exists: true,
    arg: { tempo: u16 },
    item: (s) => s.tempo,
    event: events.TempoSet,
    after: (ctx, netuid) => {
      ctx.storage.subtensor.lastEpochBlock.set(netuid, BigInt(ctx.blockNumber))
    },
  }),
  sudoSetCommitRevealWeightsEnabled: subnetSetter({
    index: 49,
    docs: 'Turns on or off that weights are committed first and revealed later.',
    weight: [259_544_000n, 4_383n],
    owner: { hyperparameter: 'CommitRevealEnabled' },
    freezes: true,
    exists: true,
    arg: { enabled: bool },
    item: (s) => s.commitRevealWeightsEnabled,
    event: events.CommitRevealEnabled,
  }),
  sudoSetCommitRevealWeightsInterval: subnetSetter({
    index: 57,
    docs: 'Sets the epochs between commit and reveal, 1 to 100.',
    weight: [259_654_000n, 4_383n],
    owner: { hyperparameter: 'WeightCommitInterval' },
    freezes: true,
    exists: true,
    arg: { interval: u64 },
    item: (s) => s.revealPeriodEpochs,
    event: events.CommitRevealPeriodsSet,
    check: (_ctx, _netuid, epochs) => {
      if (epochs > REVEAL_PERIOD_MAX) throw subtensorErrors.RevealPeriodTooLarge
      if (epochs < 1n) throw subtensorErrors.RevealPeriodTooSmall
    },
  }),
  sudoSetLiquidAlphaEnabled: subnetSetter({
    index: 50,
    docs: 'Turns liquid alpha on or off: bonds then follow each weight at its own speed.',
    weight: [225_538_000n, 4_280n],
    owner: { hyperparameter: 'LiquidAlphaEnabled' },
    freezes: true,
    exists: false,
    arg: { enabled: bool },
    item: (s) => s.liquidAlphaOn,
  }),
  sudoSetAlphaSigmoidSteepness: subnetSetter({
    index: 68,
    docs: 'Sets how sharply liquid alpha tells good weights from bad. Owners may not go below 0.',
    weight: [256_438_000n, 4_383n],
    owner: { hyperparameter: 'AlphaSigmoidSteepness' },
    freezes: true,
    exists: true,
    arg: { steepness: i16 },
    item: (s) => s.alphaSigmoidSteepness,
    check: (_ctx, _netuid, steepness, owner) => {
      if (owner !== undefined && steepness < 0) throw errors.NegativeSigmoidSteepness
    },
  }),
  sudoSetYuma3Enabled: subnetSetter({
    index: 69,
    docs: 'Chooses the third Yuma consensus or the second.',
    weight: [228_583_000n, 4_280n],
    owner: { hyperparameter: 'Yuma3Enabled' },
    freezes: true,
    exists: false,
    arg: { enabled: bool },
    item: (s) => s.yuma3On,
    after: (ctx, netuid, enabled) => {
      ctx.emit(adminEvents.Yuma3EnableToggled, { netuid, enabled })
    },
  }),
  sudoSetBondsResetEnabled: subnetSetter({
    index: 70,
    docs: 'Allows neurons to drop the bonds that point to them.',
    weight: [230_507_000n, 4_280n],
    owner: { hyperparameter: 'BondsResetEnabled' },
    freezes: true,
    exists: false,
    arg: { enabled: bool },
    item: (s) => s.bondsResetOn,
    event: events.BondsResetOnSet,
    after: (ctx, netuid, enabled) => {
      ctx.emit(adminEvents.BondsResetToggled, { netuid, enabled })
    },
  }),
  sudoSetToggleTransfer: subnetSetter({
    index: 61,
    docs: 'Allows or forbids that stake changes its coldkey.',
    weight: [228_343_000n, 4_280n],
    owner: { hyperparameter: 'TransferEnabled' },
    freezes: true,
    exists: false,
    arg: { toggle: bool },
    item: (s) => s.transferToggle,
    event: events.TransferToggle,
  }),
  sudoSetRecycleOrBurn: subnetSetter({
    index: 80,
    docs: "Chooses what happens to incentive of the owner's own neurons: burned or recycled.",
    weight: [270_000_000n, 0n],
    owner: { hyperparameter: 'RecycleOrBurn' },
    freezes: true,
    exists: false,
    arg: { recycleOrBurn: named('pallet_subtensor::RecycleOrBurnEnum', recycleOrBurnEnum) },
    item: (s) => s.recycleOrBurn,
  }),
  sudoSetEmaPriceHalvingPeriod: subnetSetter({
    index: 65,
    docs: "Sets the blocks after its start in which a subnet's moving price reaches half speed.",
    weight: [104_198_000n, 0n],
    freezes: false,
    exists: false,
    arg: { emaHalving: u64 },
    item: (s) => s.emaPriceHalvingBlocks,
  }),
  sudoSetSubtokenEnabled: subnetSetter({
    index: 66,
    docs: "Allows or forbids trading of a subnet's token.",
    weight: [225_467_000n, 4_280n],
    freezes: true,
    exists: false,
    arg: { subtokenEnabled: bool },
    item: (s) => s.subtokenEnabled,
  }),
  sudoSetOwnerCutEnabled: subnetSetter({
    index: 92,
    docs: "Turns the owner's share of emission on or off.",
    weight: [225_000_000n, 0n],
    class: 'Operational',
    owner: 'no wait',
    freezes: true,
    exists: true,
    notRoot: true,
    arg: { enabled: bool },
    item: (s) => s.ownerCutEnabled,
  }),
  sudoSetOwnerCutAutoLockEnabled: subnetSetter({
    index: 95,
    docs: "Turns on or off that the owner's share is locked as it comes in.",
    weight: [225_000_000n, 0n],
    class: 'Operational',
    owner: 'no wait',
    freezes: true,
    exists: true,
    notRoot: true,
    arg: { enabled: bool },
    item: (s) => s.ownerCutAutoLockEnabled,
  }),
  sudoSetMinChildkeyTakePerSubnet: subnetSetter({
    index: 93,
    docs: "Sets the lowest childkey take on a subnet, within the network's bounds, in parts of 65535.",
    weight: [313_100_000n, 4_419n],
    owner: { hyperparameter: 'MinChildkeyTake' },
    freezes: true,
    exists: true,
    arg: { take: u16 },
    item: (s) => s.minChildkeyTakePerSubnet,
    event: events.MinChildKeyTakePerSubnetSet,
    check: (ctx, _netuid, take) => {
      const { maxChildkeyTake, minChildkeyTake } = ctx.storage.subtensor
      if (take < minChildkeyTake.get() || take > maxChildkeyTake.get()) throw errors.InvalidValue
    },
  }),
  sudoSetSubnetEmissionEnabled: subnetSetter({
    index: 94,
    docs: "Turns a subnet's share of the TAO emission on or off.",
    weight: [141_351_000n, 4_084n],
    freezes: false,
    exists: true,
    notRoot: true,
    arg: { enabled: bool },
    item: (s) => s.subnetEmissionEnabled,
    after: (ctx, netuid, enabled) => {
      ctx.emit(adminEvents.SubnetEmissionEnabledSet, { netuid, enabled })
    },
  }),
}
