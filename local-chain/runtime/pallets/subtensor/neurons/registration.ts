/**
 * Buying a place on a subnet. The price is paid into the pool; the alpha it buys is destroyed.
 *
 * Source: ../shared/spec/subnets.md section 5 (subtensor `subnets/registration.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import { PRICE_MAX } from '../../swap/pool.ts'
import { bumpRegistrationPrice } from '../block-step/registration-price.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { createHotkeyIfUnknown, ownsHotkey } from '../hotkeys.ts'
import { recordTaoInflow } from '../staking/flow.ts'
import { swapTaoForAlpha } from '../staking/swap-counters.ts'
import { isRegistered, ROOT_NETUID, subnetExists } from '../subnets/lookup.ts'
import { coldkeyBalance, transferTaoToSubnet } from '../tao.ts'
import { freeUid, registerNeuron } from './slots.ts'

const U16_MAX = 0xffff

export interface Registration {
  readonly netuid: number
  readonly hotkey: AccountId
  /** Pays, and becomes the owner of a hotkey that has none. */
  readonly coldkey: AccountId
}

/** Refuses a registration that costs more than the caller accepts. */
export function ensurePriceWithin(ctx: Ctx, netuid: number, limit: bigint): void {
  if (netuid === ROOT_NETUID) throw errors.RegistrationNotPermittedOnRootSubnet
  if (!subnetExists(ctx, netuid)) throw errors.SubnetNotExists
  if (ctx.storage.subtensor.burn.get(netuid) > limit) throw errors.RegistrationPriceLimitExceeded
}

/** Registers a hotkey for the price of the moment. */
export function burnedRegister(ctx: Ctx, { netuid, hotkey, coldkey }: Registration): void {
  const s = ctx.storage.subtensor
  if (netuid === ROOT_NETUID) throw errors.RegistrationNotPermittedOnRootSubnet
  if (!subnetExists(ctx, netuid)) throw errors.SubnetNotExists
  if (!s.networkRegistrationAllowed.get(netuid)) throw errors.SubNetRegistrationDisabled
  if (isRegistered(ctx, netuid, hotkey)) throw errors.HotKeyAlreadyRegisteredInSubNet
  const price = s.burn.get(netuid)
  if (coldkeyBalance(ctx, coldkey) < price) throw errors.NotEnoughBalanceToStake
  createHotkeyIfUnknown(ctx, coldkey, hotkey)
  if (!ownsHotkey(ctx, coldkey, hotkey)) throw errors.NonAssociatedColdKey
  freeUid(ctx, netuid)

  const paid = transferTaoToSubnet(ctx, netuid, coldkey, price)
  buyAndBurn(ctx, netuid, paid)
  const uid = registerNeuron(ctx, netuid, hotkey)
  bumpRegistrationPrice(ctx, netuid)
  countRegistration(ctx, netuid)
  const recycled = saturatingAddU64(s.raoRecycledForRegistration.get(netuid), price)
  s.raoRecycledForRegistration.set(netuid, recycled)
  ctx.emit(events.RAORecycledForRegistrationSet, [netuid, recycled])
  recordTaoInflow(ctx, netuid, paid)
  ctx.emit(events.NeuronRegistered, [netuid, uid, hotkey])
}

/** The swap fee stays in the subnet's account and belongs to nobody; AlphaAssets is not told. */
function buyAndBurn(ctx: Ctx, netuid: number, tao: bigint): void {
  const { subnetAlphaOut } = ctx.storage.subtensor
  const bought = swapTaoForAlpha(ctx, { netuid, amount: tao, limit: PRICE_MAX, dropFees: false })
  const outstanding = saturatingSubU64(subnetAlphaOut.get(netuid), bought.amountPaidOut)
  subnetAlphaOut.set(netuid, outstanding)
}

export function countRegistration(ctx: Ctx, netuid: number): void {
  const { registrationsThisBlock } = ctx.storage.subtensor
  const count = registrationsThisBlock.get(netuid)
  registrationsThisBlock.set(netuid, Math.min(count + 1, U16_MAX))
}
