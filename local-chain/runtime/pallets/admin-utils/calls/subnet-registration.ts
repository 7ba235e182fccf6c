/**
 * Parameters of a subnet about who gets in, at what price, and who stays.
 *
 * Source: ../shared/spec/hyperparameters.md sections 2 and 4.
 *
 * @module
 */
import { U64F64 } from '../../../../frame/fixed/index.ts'
import { taoBalance, u64f64 } from '../../../../frame/types/common.ts'
import { bool, u16, u64 } from '../../../../frame/types/primitives.ts'
import { errors as subtensorErrors } from '../../subtensor/errors.ts'
import { events } from '../../subtensor/events.ts'
import { errors } from '../errors.ts'
import { events as adminEvents } from '../events.ts'
import { subnetSetter } from '../setter.ts'

const UIDS_MAX = 256
const MIN_BURN_UPPER_BOUND = 1_000_000_000n
const MAX_BURN_LOWER_BOUND = 100_000_000n
const BURN_HALF_LIFE_MAX = 36_100
const BURN_FACTOR_MAX = U64F64.fromInt(3)
const IMMUNE_OWNER_UIDS_MAX = 10

export const registrationSetters = {
  sudoSetServingRateLimit: subnetSetter({
    index: 3,
    docs: 'Sets the blocks between two announcements of an endpoint by a neuron.',
    weight: [228_633_000n, 4_212n],
    owner: { hyperparameter: 'ServingRateLimit' },
    freezes: true,
    exists: false,
    arg: { servingRateLimit: u64 },
    item: (s) => s.servingRateLimit,
    event: events.ServingRateLimitSet,
  }),
  sudoSetMinDifficulty: subnetSetter({
    index: 4,
    docs: 'Sets the lowest proof-of-work difficulty, which nothing uses.',
    weight: [259_554_000n, 4_383n],
    freezes: true,
    exists: true,
    arg: { minDifficulty: u64 },
    item: (s) => s.minDifficulty,
    event: events.MinDifficultySet,
  }),
  sudoSetMaxDifficulty: subnetSetter({
    index: 5,
    docs: 'Sets the highest proof-of-work difficulty, which nothing uses.',
    weight: [259_704_000n, 4_383n],
    owner: { hyperparameter: 'MaxDifficulty' },
    freezes: true,
    exists: true,
    arg: { maxDifficulty: u64 },
    item: (s) => s.maxDifficulty,
    event: events.MaxDifficultySet,
  }),
  sudoSetAdjustmentInterval: subnetSetter({
    index: 8,
    docs: 'Sets the interval of the old price adjustment, which nothing uses.',
    weight: [141_320_000n, 4_084n],
    freezes: false,
    exists: true,
    arg: { adjustmentInterval: u16 },
    item: (s) => s.adjustmentInterval,
    event: events.AdjustmentIntervalSet,
  }),
  sudoSetAdjustmentAlpha: subnetSetter({
    index: 9,
    docs: 'Sets the smoothing of the old price adjustment, which nothing uses.',
    weight: [139_000_000n, 0n],
    owner: { hyperparameter: 'AdjustmentAlpha' },
    freezes: true,
    exists: true,
    arg: { adjustmentAlpha: u64 },
    item: (s) => s.adjustmentAlpha,
    event: events.AdjustmentAlphaSet,
  }),
  sudoSetImmunityPeriod: subnetSetter({
    index: 13,
    docs: 'Sets the blocks in which a new neuron is pruned only when nobody else can be.',
    weight: [259_414_000n, 4_383n],
    owner: { hyperparameter: 'ImmunityPeriod' },
    freezes: true,
    exists: true,
    arg: { immunityPeriod: u16 },
    item: (s) => s.immunityPeriod,
    event: events.ImmunityPeriodSet,
  }),
  sudoSetMaxAllowedUids: subnetSetter({
    index: 15,
    docs: 'Sets how many neurons a subnet may have: not fewer than it has, at most 256 over all mechanisms.',
    weight: [343_381_000n, 4_433n],
    owner: { hyperparameter: 'MaxAllowedUids' },
    freezes: true,
    exists: true,
    arg: { maxAllowedUids: u16 },
    item: (s) => s.maxAllowedUids,
    event: events.MaxAllowedUidsSet,
    check: (ctx, netuid, max) => {
      const s = ctx.storage.subtensor
      if (max < s.minAllowedUids.get(netuid)) throw errors.MaxAllowedUidsLessThanMinAllowedUids
      if (max < s.subnetworkN.get(netuid)) throw errors.MaxAllowedUIdsLessThanCurrentUIds
      if (max > UIDS_MAX) throw errors.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids
      if (max * s.mechanismCountCurrent.get(netuid) > UIDS_MAX) {
        throw subtensorErrors.TooManyUIDsPerMechanism
      }
    },
  }),
  sudoSetMinAllowedUids: subnetSetter({
    index: 79,
    docs: 'Sets how many neurons a subnet keeps when it is trimmed; fewer than it has and may have.',
    weight: [312_890_000n, 4_383n],
    freezes: true,
    exists: true,
    arg: { minAllowedUids: u16 },
    item: (s) => s.minAllowedUids,
    event: events.MinAllowedUidsSet,
    check: (ctx, netuid, min) => {
      const s = ctx.storage.subtensor
      if (min >= s.maxAllowedUids.get(netuid)) throw errors.MinAllowedUidsGreaterThanMaxAllowedUids
      if (min >= s.subnetworkN.get(netuid)) throw errors.MinAllowedUidsGreaterThanCurrentUids
    },
  }),
  sudoSetMinNonImmuneUids: subnetSetter({
    index: 84,
    docs: 'Sets how many neurons past their immunity there must be before one of them is pruned.',
    weight: [106_783_000n, 0n],
    freezes: false,
    exists: false,
    arg: { min: u16 },
    item: (s) => s.minNonImmuneUids,
    event: events.MinNonImmuneUidsSet,
  }),
  sudoSetOwnerImmuneNeuronLimit: subnetSetter({
    index: 72,
    docs: "Sets how many of the owner's neurons are never pruned, 1 to 10.",
    weight: [225_107_000n, 4_280n],
    owner: { hyperparameter: 'ImmuneNeuronLimit' },
    freezes: true,
    exists: false,
    arg: { immuneNeurons: u16 },
    item: (s) => s.immuneOwnerUidsLimit,
    check: (_ctx, _netuid, limit) => {
      if (limit < 1 || limit > IMMUNE_OWNER_UIDS_MAX) throw subtensorErrors.InvalidValue
    },
  }),
  sudoSetNetworkRegistrationAllowed: subnetSetter({
    index: 19,
    docs: 'Opens or closes registration; a closed subnet gets no emission either.',
    weight: [107_113_000n, 0n],
    freezes: false,
    exists: false,
    arg: { registrationAllowed: bool },
    item: (s) => s.networkRegistrationAllowed,
    event: events.RegistrationAllowed,
  }),
  sudoSetTargetRegistrationsPerInterval: subnetSetter({
    index: 21,
    docs: 'Sets the registrations aimed at in an interval. Only root is held to three times as many.',
    weight: [259_103_000n, 4_383n],
    freezes: true,
    exists: true,
    arg: { targetRegistrationsPerInterval: u16 },
    item: (s) => s.targetRegistrationsPerInterval,
    event: events.RegistrationPerIntervalSet,
  }),
  sudoSetMaxRegistrationsPerBlock: subnetSetter({
    index: 27,
    docs: 'Sets the registrations of one block. Only root is held to it.',
    weight: [259_604_000n, 4_383n],
    freezes: true,
    exists: true,
    arg: { maxRegistrationsPerBlock: u16 },
    item: (s) => s.maxRegistrationsPerBlock,
    event: events.MaxRegistrationsPerBlockSet,
  }),
  sudoSetMinBurn: subnetSetter({
    index: 22,
    docs: 'Sets the lowest price of a registration, rao: below 1 TAO and below the highest.',
    weight: [287_780_000n, 4_385n],
    owner: { hyperparameter: 'MinBurn' },
    freezes: true,
    exists: true,
    arg: { minBurn: taoBalance },
    item: (s) => s.minBurn,
    event: events.MinBurnSet,
    check: (ctx, netuid, min) => {
      const inBounds = min < MIN_BURN_UPPER_BOUND && min < ctx.storage.subtensor.maxBurn.get(netuid)
      if (!inBounds) throw errors.ValueNotInBounds
    },
  }),
  sudoSetMaxBurn: subnetSetter({
    index: 23,
    docs: 'Sets the highest price of a registration, rao: above 0.1 TAO and above the lowest.',
    weight: [286_949_000n, 4_410n],
    owner: { hyperparameter: 'MaxBurn' },
    freezes: true,
    exists: true,
    arg: { maxBurn: taoBalance },
    item: (s) => s.maxBurn,
    event: events.MaxBurnSet,
    check: (ctx, netuid, max) => {
      const inBounds = max > MAX_BURN_LOWER_BOUND && max > ctx.storage.subtensor.minBurn.get(netuid)
      if (!inBounds) throw errors.ValueNotInBounds
    },
  }),
  sudoSetDifficulty: subnetSetter({
    index: 24,
    docs: 'Sets the proof-of-work difficulty, which nothing uses.',
    weight: [259_434_000n, 4_383n],
    freezes: true,
    exists: true,
    arg: { difficulty: u64 },
    item: (s) => s.difficulty,
    event: events.DifficultySet,
  }),
  sudoSetRaoRecycled: subnetSetter({
    index: 39,
    docs: 'Sets the counter of TAO spent on registrations, rao.',
    weight: [141_541_000n, 4_084n],
    freezes: false,
    exists: true,
    arg: { raoRecycled: taoBalance },
    item: (s) => s.raoRecycledForRegistration,
    event: events.RAORecycledForRegistrationSet,
  }),
  sudoSetBurnHalfLife: subnetSetter({
    index: 89,
    docs: 'Sets the blocks in which the price of a registration halves, 1 to 36100.',
    weight: [225_000_000n, 0n],
    class: 'Operational',
    owner: { hyperparameter: 'BurnHalfLife' },
    freezes: true,
    exists: true,
    notRoot: true,
    arg: { burnHalfLife: u16 },
    item: (s) => s.burnHalfLife,
    check: (_ctx, _netuid, blocks) => {
      if (blocks < 1 || blocks > BURN_HALF_LIFE_MAX) throw errors.InvalidValue
    },
    after: (ctx, netuid, burnHalfLife) => {
      ctx.emit(adminEvents.BurnHalfLifeSet, { netuid, burnHalfLife })
    },
  }),
  sudoSetBurnIncreaseMult: subnetSetter({
    index: 90,
    docs: 'Sets the factor by which a registration raises the price, 1 to 3 (U64F64 bits).',
    weight: [225_000_000n, 0n],
    class: 'Operational',
    owner: { hyperparameter: 'BurnIncreaseMult' },
    freezes: true,
    exists: true,
    notRoot: true,
    arg: { burnIncreaseMult: u64f64 },
    item: (s) => s.burnIncreaseMult,
    check: (_ctx, _netuid, factor) => {
      if (factor < U64F64.one || factor > BURN_FACTOR_MAX) throw errors.InvalidValue
    },
    after: (ctx, netuid, burnIncreaseMult) => {
      ctx.emit(adminEvents.BurnIncreaseMultSet, { netuid, burnIncreaseMult })
    },
  }),
}
