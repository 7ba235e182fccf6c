/**
 * What SubtensorModule starts with: the root network, and netuid 1, which nobody owns.
 *
 * Keys are written also where the value is the storage default: the chain does the same, and clients
 * see the difference.
 *
 * Source: ../shared/spec/hyperparameters.md section 7 (subtensor `macros/genesis.rs`, spec 425).
 *
 * @module
 */
import { ZERO_ACCOUNT } from '../../../src/primitives/account-id.ts'
import type { Ctx } from '../context.ts'
import { PALLET_KEYS } from '../pallets/limit-orders/accounts.ts'
import { ROOT_NETUID } from '../pallets/subtensor/subnets/lookup.ts'
import { symbolOf } from '../pallets/subtensor/subnets/symbols.ts'
import { devAccounts } from './dev-accounts.ts'
import type { GenesisSpec } from './spec.ts'

const FIRST_NETUID = 1
const GENESIS_TEMPO = 100

export function writeSubtensorGenesis(ctx: Ctx, spec: GenesisSpec): void {
  const s = ctx.storage.subtensor
  s.totalIssuance.set(spec.subtensorIssuance)
  if (spec.startCallDelay !== undefined) s.startCallDelay.set(spec.startCallDelay)
  if (spec.networkRateLimit !== undefined) s.networkRateLimit.set(spec.networkRateLimit)
  writeRoot(ctx)
  writeFirstSubnet(ctx)
  writeLimitOrderAccounts(ctx)
  s.totalNetworks.set(2)
}

function writeRoot(ctx: Ctx): void {
  const s = ctx.storage.subtensor
  const fast = ctx.profile === 'fast'
  s.networksAdded.set(ROOT_NETUID, true)
  s.subnetOwner.set(ROOT_NETUID, fast ? devAccounts.Alice : ZERO_ACCOUNT)
  s.subnetOwnerHotkey.set(ROOT_NETUID, fast ? devAccounts.AliceHotkey : ZERO_ACCOUNT)
  s.subnetworkN.set(ROOT_NETUID, 0)
  s.maxAllowedUids.set(ROOT_NETUID, 64)
  s.maxAllowedValidators.set(ROOT_NETUID, 64)
  s.minAllowedWeights.set(ROOT_NETUID, 0)
  s.tempo.set(ROOT_NETUID, GENESIS_TEMPO)
  s.networkRegistrationAllowed.set(ROOT_NETUID, true)
  s.targetRegistrationsPerInterval.set(ROOT_NETUID, 1)
  s.tokenSymbol.set(ROOT_NETUID, symbolOf(ROOT_NETUID))
}

/** One neuron with 1 alpha, all of it the zero account's; the pool holds 10 TAO and 10 alpha. */
function writeFirstSubnet(ctx: Ctx): void {
  const s = ctx.storage.subtensor
  const netuid = FIRST_NETUID
  const nobody = ZERO_ACCOUNT
  const stake = 1_000_000_000n
  const shares = { mantissa: 10n ** 21n, exponent: -12n }

  s.subnetMechanism.set(netuid, 1)
  s.owner.set(nobody, nobody)
  s.subnetAlphaIn.set(netuid, 10_000_000_000n)
  s.subnetTao.set(netuid, 10_000_000_000n)
  s.networksAdded.set(netuid, true)
  s.maxAllowedUids.set(netuid, 256)
  s.maxAllowedValidators.set(netuid, 64)
  s.minAllowedWeights.set(netuid, 0)
  s.tempo.set(netuid, GENESIS_TEMPO)
  s.networkRegistrationAllowed.set(netuid, true)
  s.subnetOwner.set(netuid, nobody)
  s.subnetLocked.set(netuid, 1n)
  s.largestLocked.set(netuid, 1n)
  s.tokenSymbol.set(netuid, symbolOf(netuid))

  s.alphaV2.set(nobody, nobody, netuid, shares)
  s.totalHotkeyAlpha.set(nobody, netuid, stake)
  s.totalHotkeySharesV2.set(nobody, netuid, shares)
  s.subnetAlphaOut.set(netuid, stake)
  s.stakingHotkeys.set(nobody, [nobody])

  s.subnetworkN.set(netuid, 1)
  s.active.set(netuid, [true])
  s.emission.set(netuid, [0n])
  s.consensus.set(netuid, [0])
  s.incentive.set(netuid, [0])
  s.dividends.set(netuid, [0])
  s.lastUpdate.set(netuid, [0n])
  s.validatorTrust.set(netuid, [0])
  s.validatorPermit.set(netuid, [false])
  s.keys.set(netuid, 0, nobody)
  s.uids.set(netuid, nobody, 0)
  s.blockAtRegistration.set(netuid, 0, 0n)
  s.isNetworkMember.set(nobody, netuid, true)
}

/** The pallet of limit orders stakes through a hotkey of its own; its genesis registers the pair. */
function writeLimitOrderAccounts(ctx: Ctx): void {
  const s = ctx.storage.subtensor
  const { coldkey, hotkey } = PALLET_KEYS
  s.owner.set(hotkey, coldkey)
  s.ownedHotkeys.set(coldkey, [hotkey])
  s.stakingHotkeys.set(coldkey, [hotkey])
  ctx.storage.limitOrders.limitOrdersEnabled.set(true)
}
