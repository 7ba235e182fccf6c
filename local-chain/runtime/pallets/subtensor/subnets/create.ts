/**
 * A new subnet: who may register one, what it costs, and what it starts with.
 *
 * The whole lock becomes the pool; the owner gets no alpha. A new subnet takes no share of the
 * emission until root says so.
 *
 * Source: ../shared/spec/subnets.md section 2 (subtensor `subnets/subnet.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import { inProfile } from '../../../../frame/profile.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64, saturatingSubU64, U64_MAX } from '../../../u64.ts'
import { setChildren } from '../children/set-children.ts'
import { constants } from '../constants.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { createHotkeyIfUnknown, hotkeyExists, ownsHotkey } from '../hotkeys.ts'
import { appendNeuron } from '../neurons/slots.ts'
import {
  hasPassed,
  lastRateLimitedBlock,
  markRateLimited,
  NETWORK_LAST_REGISTERED,
} from '../rate-limits.ts'
import { coldkeyBalance, transferTaoToSubnet } from '../tao.ts'
import { dissolveSubnet } from './dissolve.ts'
import { type SubnetIdentity, storeSubnetIdentity } from './identity.ts'
import { networkLockCost } from './lock-cost.ts'
import { isSubnetAccount, ROOT_NETUID, subnetExists } from './lookup.ts'
import { medianSubnetPrice, poolSeedAlpha } from './median-price.ts'
import { subnetToPrune } from './prune.ts'
import { freeSymbolFor } from './symbols.ts'

const DYNAMIC_MECHANISM = 1
const U16_MAX = 0xffff
const START_BURN = 1_000_000_000n

export interface SubnetApplication {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
  readonly identity: SubnetIdentity | undefined
}

/** The registration limit of the network: one clock for everybody. */
export function mayRegisterNetwork(ctx: Ctx): boolean {
  const last = lastRateLimitedBlock(ctx, NETWORK_LAST_REGISTERED)
  return hasPassed(ctx, last, ctx.storage.subtensor.networkRateLimit.get())
}

/** Registers a subnet; the oldest of the cheapest goes when the limit is reached. */
export function registerNetwork(ctx: Ctx, application: SubnetApplication): void {
  const { coldkey, hotkey } = application
  const s = ctx.storage.subtensor
  if (hotkeyExists(ctx, hotkey) && !ownsHotkey(ctx, coldkey, hotkey)) {
    throw errors.NonAssociatedColdKey
  }
  if (isSubnetAccount(hotkey)) throw errors.CannotUseSystemAccount
  if (BigInt(ctx.blockNumber) < s.networkRegistrationStartBlock.get()) {
    throw errors.SubNetRegistrationDisabled
  }
  if (!mayRegisterNetwork(ctx)) throw errors.NetworkTxRateLimitExceeded
  const pruned = subnetToReplace(ctx)
  const lock = networkLockCost(ctx)
  if (coldkeyBalance(ctx, coldkey) < lock) throw errors.CannotAffordLockCost

  if (pruned !== undefined) dissolveSubnet(ctx, pruned)
  createSubnet(ctx, application, pruned ?? nextNetuid(ctx), lock)
}

/** @throws SubnetLimitReached  no room, and every subnet is immune */
function subnetToReplace(ctx: Ctx): number | undefined {
  const { networksAdded, subnetLimit } = ctx.storage.subtensor
  const count = networksAdded
    .entries()
    .filter(([netuid, added]) => added && netuid !== ROOT_NETUID).length
  if (count < subnetLimit.get()) return undefined
  const netuid = subnetToPrune(ctx)
  if (netuid === undefined) throw errors.SubnetLimitReached
  return netuid
}

function nextNetuid(ctx: Ctx): number {
  let netuid = 1
  while (subnetExists(ctx, netuid)) netuid++
  return netuid
}

function createSubnet(
  ctx: Ctx,
  { coldkey, hotkey, identity }: SubnetApplication,
  netuid: number,
  lock: bigint,
): void {
  const s = ctx.storage.subtensor
  const now = BigInt(ctx.blockNumber)
  const median = medianSubnetPrice(ctx)
  initNetwork(ctx, netuid)

  const locked = transferTaoToSubnet(ctx, netuid, coldkey, lock)
  s.networkLastLockCost.set(locked)
  markRateLimited(ctx, NETWORK_LAST_REGISTERED)
  createHotkeyIfUnknown(ctx, coldkey, hotkey)
  appendNeuron(ctx, netuid, hotkey)
  s.subnetMechanism.set(netuid, DYNAMIC_MECHANISM)
  s.networkRegisteredAt.set(netuid, now)
  const counter = s.registeredSubnetCounter.get(netuid)
  s.registeredSubnetCounter.set(netuid, saturatingAddU64(counter, 1n))
  s.tokenSymbol.set(netuid, freeSymbolFor(ctx, netuid))

  // A lock below the minimum still opens a pool of the minimum, so nothing is ever recycled here.
  const minimum = s.networkMinLockCost.get()
  const poolTao = locked < minimum ? minimum : locked
  s.subnetTao.set(netuid, poolTao)
  s.subnetAlphaIn.set(netuid, poolSeedAlpha(poolTao, median))
  s.subnetOwner.set(netuid, coldkey)
  setOwnerHotkey(ctx, netuid, hotkey)
  s.subnetLocked.set(netuid, locked)
  s.subnetAlphaOut.set(netuid, 0n)
  s.subnetVolume.set(netuid, 0n)
  s.raoRecycledForRegistration.set(netuid, 0n)
  s.totalStake.set(saturatingAddU64(s.totalStake.get(), poolTao))

  if (identity !== undefined) storeSubnetIdentity(ctx, netuid, identity)
  delegateFromRoot(ctx, netuid, hotkey)
  ctx.emit(events.NetworkAdded, [netuid, DYNAMIC_MECHANISM])
  s.subnetEmissionEnabled.set(netuid, false)
}

/** Parameters of a new subnet. Those not named here are read from their defaults. */
function initNetwork(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.subtensor
  const tempo = inProfile(constants.initialTempo.value, ctx.profile)
  const stagger = BigInt(netuid % Math.max(tempo, 1))
  s.subnetworkN.set(netuid, 0)
  s.networksAdded.set(netuid, true)
  s.tempo.set(netuid, tempo)
  s.lastEpochBlock.set(netuid, saturatingSubU64(BigInt(ctx.blockNumber), stagger))
  s.totalNetworks.set(Math.min(s.totalNetworks.get() + 1, U16_MAX))

  s.networkRegistrationAllowed.set(netuid, true)
  ctx.emit(events.RegistrationAllowed, [netuid, true])
  s.maxAllowedUids.set(netuid, 256)
  ctx.emit(events.MaxAllowedUidsSet, [netuid, 256])
  s.maxAllowedValidators.set(netuid, 64)
  ctx.emit(events.MaxAllowedValidatorsSet, [netuid, 64])
  s.minAllowedWeights.set(netuid, 1)
  ctx.emit(events.MinAllowedWeightSet, [netuid, 1])
  s.immunityPeriod.set(netuid, 5_000)
  ctx.emit(events.ImmunityPeriodSet, [netuid, 5_000])
  s.yuma3On.set(netuid, true)
  s.burn.set(netuid, START_BURN)

  // The chain makes these keys explicit with whatever they read as.
  s.kappa.set(netuid, s.kappa.get(netuid))
  s.activityCutoff.set(netuid, s.activityCutoff.get(netuid))
  s.registrationsThisInterval.set(netuid, s.registrationsThisInterval.get(netuid))
}

/**
 * Names the hotkey that speaks for the owner: it counts as a validator and is never pruned.
 *
 * @throws CannotUseSystemAccount  the hotkey is a subnet's own account
 */
export function setOwnerHotkey(ctx: Ctx, netuid: number, hotkey: AccountId): void {
  if (isSubnetAccount(hotkey)) throw errors.CannotUseSystemAccount
  ctx.storage.subtensor.subnetOwnerHotkey.set(netuid, hotkey)
  ctx.emit(events.SubnetOwnerHotkeySet, [netuid, hotkey])
}

/** Every willing root validator becomes a parent of the owner's hotkey; a refusal is nobody's loss. */
function delegateFromRoot(ctx: Ctx, netuid: number, ownerHotkey: AccountId): void {
  const { autoParentDelegationEnabled, keys, owner } = ctx.storage.subtensor
  for (const [, hotkey] of keys.entriesOf(ROOT_NETUID)) {
    if (hotkey === ownerHotkey || !autoParentDelegationEnabled.get(hotkey)) continue
    const children = [[U64_MAX, ownerHotkey]] as const
    try {
      ctx.transaction(() =>
        setChildren(ctx, { coldkey: owner.get(hotkey), hotkey, netuid, children }),
      )
    } catch (error) {
      if (!(error instanceof DispatchFailure)) throw error
    }
  }
}
