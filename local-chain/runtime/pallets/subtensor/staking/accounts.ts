/**
 * Which coldkey owns which hotkey, and who takes what of a hotkey's dividends.
 *
 * Source: ../shared/spec/staking.md sections 9 and 15; subnets.md, spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { isSubnetAccount } from '../subnets/lookup.ts'

/** Whether somebody owns this hotkey. */
export function hotkeyExists(ctx: Ctx, hotkey: AccountId): boolean {
  return ctx.storage.subtensor.owner.exists(hotkey)
}

export function ownsHotkey(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): boolean {
  const { owner } = ctx.storage.subtensor
  return owner.exists(hotkey) && owner.get(hotkey) === coldkey
}

/** @throws HotKeyAccountNotExists  nobody owns it; NonAssociatedColdKey  somebody else does */
export function ensureOwnsHotkey(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
  ensure(ownsHotkey(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)
}

/**
 * Makes a hotkey the coldkey's own, unless it has an owner already.
 *
 * @throws CannotUseSystemAccount  the hotkey is the account of a subnet
 */
export function createAccountIfNonExistent(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  ensure(!isSubnetAccount(hotkey), errors.CannotUseSystemAccount)
  if (hotkeyExists(ctx, hotkey)) return
  const { owner, ownedHotkeys, stakingHotkeys } = ctx.storage.subtensor
  owner.set(hotkey, coldkey)
  const owned = ownedHotkeys.get(coldkey)
  if (!owned.includes(hotkey)) ownedHotkeys.set(coldkey, [...owned, hotkey])
  const staking = stakingHotkeys.get(coldkey)
  if (!staking.includes(hotkey)) stakingHotkeys.set(coldkey, [...staking, hotkey])
}

/** Makes a hotkey of somebody else visible as a delegate, at its present or the default take. */
export function becomeDelegateUnlessOwn(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  if (ownsHotkey(ctx, coldkey, hotkey)) return
  const { delegates } = ctx.storage.subtensor
  delegates.set(hotkey, delegates.get(hotkey))
}
