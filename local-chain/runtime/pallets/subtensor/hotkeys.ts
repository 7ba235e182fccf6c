/**
 * Hotkeys and who owns them. A hotkey is known once it has an owner; it never loses one but in a swap.
 *
 * Source: ../shared/spec/subnets.md sections 2.2 (step 6) and 5.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../context.ts'
import { errors } from './errors.ts'
import { isSubnetAccount } from './subnets/lookup.ts'

/** Whether somebody owns this hotkey. */
export function hotkeyExists(ctx: Ctx, hotkey: AccountId): boolean {
  return ctx.storage.subtensor.owner.exists(hotkey)
}

/** Whether the coldkey owns the hotkey. Nobody owns an unknown one. */
export function ownsHotkey(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): boolean {
  const { owner } = ctx.storage.subtensor
  return owner.exists(hotkey) && owner.get(hotkey) === coldkey
}

/**
 * Makes the coldkey the owner of a hotkey that has none; a known hotkey stays as it is.
 *
 * @throws CannotUseSystemAccount  the hotkey is a subnet's own account
 */
export function createHotkeyIfUnknown(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  if (isSubnetAccount(hotkey)) throw errors.CannotUseSystemAccount
  if (hotkeyExists(ctx, hotkey)) return
  const { owner, ownedHotkeys, stakingHotkeys } = ctx.storage.subtensor
  owner.set(hotkey, coldkey)
  for (const list of [ownedHotkeys, stakingHotkeys]) {
    const hotkeys = list.get(coldkey)
    if (!hotkeys.includes(hotkey)) list.set(coldkey, [...hotkeys, hotkey])
  }
}
