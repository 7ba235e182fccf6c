/**
 * Which storage a dissolved subnet loses. What is not named here survives and is inherited.
 *
 * Source: ../shared/spec/subnets.md section 3.3 step 5 (subtensor `coinbase/root.rs`
 * `remove_network`).
 *
 * @module
 */
import { U16Pairs } from '../../../../frame/u16-pairs.ts'
import type { Ctx } from '../../../context.ts'
import { events } from '../events.ts'
import { mechanismIndices } from '../neurons/slots.ts'
import { ROOT_NETUID } from './lookup.ts'

export function removeSubnetStorage(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.subtensor
  removeMembership(ctx, netuid)
  removeMechanisms(ctx, netuid)
  forgetInRootWeights(ctx, netuid)
  removeValues(ctx, netuid)
  removeMaps(ctx, netuid)
  removeLease(ctx, netuid)
  if (s.subnetIdentitiesV3.exists(netuid)) {
    s.subnetIdentitiesV3.remove(netuid)
    ctx.emit(events.SubnetIdentityRemoved, netuid)
  }
  s.totalNetworks.set(Math.max(s.totalNetworks.get() - 1, 0))
}

/** Entries that say "not a member" survive: only the members of the moment are looked at. */
function removeMembership(ctx: Ctx, netuid: number): void {
  const { isNetworkMember, keys } = ctx.storage.subtensor
  for (const [, hotkey] of keys.entriesOf(netuid)) isNetworkMember.remove(hotkey, netuid)
}

function removeMechanisms(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.subtensor
  for (const index of mechanismIndices(ctx, netuid)) {
    s.weights.clearOf(index)
    s.incentive.remove(index)
    s.lastUpdate.remove(index)
    s.bonds.clearOf(index)
    s.weightCommits.clearOf(index)
    s.timelockedWeightCommits.clearOf(index)
    s.crv3WeightCommits.clearOf(index)
    s.crv3WeightCommitsV2.clearOf(index)
  }
  s.mechanismCountCurrent.remove(netuid)
  s.mechanismEmissionSplit.remove(netuid)
  s.revealPeriodEpochs.remove(netuid)
}

/** Weights of root validators named subnets once; such an entry becomes 0. */
function forgetInRootWeights(ctx: Ctx, netuid: number): void {
  const { weights } = ctx.storage.subtensor
  for (const [uid, row] of weights.entriesOf(ROOT_NETUID)) {
    const pairs = [...row]
    if (!pairs.some(([target, weight]) => target === netuid && weight !== 0)) continue
    weights.set(
      ROOT_NETUID,
      uid,
      U16Pairs.of(pairs.map(([target, weight]) => [target, target === netuid ? 0 : weight])),
    )
  }
}

/** Items with one value per subnet. */
function removeValues(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.subtensor
  const values = [
    s.networksAdded,
    s.subnetworkN,
    s.networkRegisteredAt,
    s.subnetOwner,
    s.subnetOwnerHotkey,
    s.subnetLocked,
    s.largestLocked,
    s.subnetMechanism,
    s.tokenSymbol,
    s.firstEmissionBlockNumber,
    s.subtokenEnabled,
    s.transferToggle,
    s.networkRegistrationAllowed,
    s.networkPowRegistrationAllowed,
    s.ownerCutAutoLockEnabled,

    s.tempo,
    s.lastEpochBlock,
    s.pendingEpochAt,
    s.subnetEpochIndex,
    s.blocksSinceLastStep,
    s.lastMechansimStepBlock,
    s.activityCutoffFactorMilli,

    s.pendingServerEmission,
    s.pendingValidatorEmission,
    s.pendingRootAlphaDivs,
    s.pendingOwnerCut,
    s.minerBurned,
    s.subnetMovingPrice,
    s.subnetVolume,
    s.subnetTao,
    s.subnetAlphaInEmission,
    s.subnetAlphaOutEmission,
    s.subnetTaoInEmission,
    s.subnetExcessTao,
    s.subnetRootSellTao,
    s.subnetTaoFlow,
    s.subnetEmaTaoFlow,
    s.subnetProtocolFlow,
    s.subnetEmaProtocolFlow,

    s.active,
    s.consensus,
    s.dividends,
    s.emission,
    s.stakeWeight,
    s.validatorTrust,
    s.validatorPermit,
    s.loadedEmission,

    s.servingRateLimit,
    s.rho,
    s.alphaSigmoidSteepness,
    s.kappa,
    s.registrationsThisInterval,
    s.powRegistrationsThisInterval,
    s.burnRegistrationsThisInterval,
    s.registrationsThisBlock,
    s.maxRegistrationsPerBlock,
    s.maxAllowedUids,
    s.immunityPeriod,
    s.activityCutoff,
    s.weightsVersionKey,
    s.weightsSetRateLimit,
    s.minAllowedWeights,
    s.maxAllowedValidators,
    s.bondsMovingAverage,
    s.bondsPenalty,
    s.bondsResetOn,
    s.validatorPruneLen,
    s.scalingLawPower,
    s.targetRegistrationsPerInterval,
    s.commitRevealWeightsEnabled,
    s.burn,
    s.minBurn,
    s.maxBurn,
    s.burnHalfLife,
    s.burnIncreaseMult,
    s.difficulty,
    s.minDifficulty,
    s.maxDifficulty,
    s.lastAdjustmentBlock,
    s.emaPriceHalvingBlocks,
    s.raoRecycledForRegistration,
    s.liquidAlphaOn,
    s.yuma3On,
    s.alphaValues,
    s.immuneOwnerUidsLimit,
  ]
  for (const value of values) value.remove(netuid)
}

/** Maps with further keys. Where the netuid is not the first key, all entries are looked at. */
function removeMaps(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.subtensor
  const byNetuid = [
    s.keys,
    s.uids,
    s.blockAtRegistration,
    s.axons,
    s.neuronCertificates,
    s.prometheus,
    s.associatedEvmAddress,
    s.alphaDividendsPerSubnet,
    s.pendingChildKeys,
    s.lastHotkeySwapOnNetuid,
  ]
  for (const map of byNetuid) map.clearOf(netuid)

  const byHotkey = [
    s.childKeys,
    s.parentKeys,
    s.childkeyTake,
    s.lastHotkeyEmissionOnNetuid,
    s.totalHotkeyAlphaLastEpoch,
  ]
  for (const map of byHotkey) {
    for (const [hotkey, of] of map.entries()) if (of === netuid) map.remove(hotkey, netuid)
  }
  for (const { keys } of s.transactionKeyLastBlock.entriesOf()) {
    if (keys[1] === netuid) s.transactionKeyLastBlock.remove(...keys)
  }
}

/** The lease's proxy, deposit and account references stay. */
function removeLease(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.subtensor
  const lease = s.subnetUidToLeaseId.get(netuid)
  if (lease === undefined) return
  s.subnetUidToLeaseId.remove(netuid)
  s.subnetLeases.remove(lease)
  s.subnetLeaseShares.clearOf(lease)
  s.accumulatedLeaseDividends.remove(lease)
}
