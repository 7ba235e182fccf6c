/**
 * Delegates: hotkeys that others stake to, and the take they keep of dividends.
 *
 * Source: ../shared/spec/staking.md section 9, spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { hotkeyExists, ownsHotkey } from '../hotkeys.ts'

/** @throws HotKeyAccountNotExists  nobody owns it; NonAssociatedColdKey  somebody else does */
export function ensureOwnsHotkey(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
  ensure(ownsHotkey(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)
}

/** Lists a hotkey of somebody else as a delegate, at its present or the default take. */
export function becomeDelegateUnlessOwn(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  if (ownsHotkey(ctx, coldkey, hotkey)) return
  const { delegates } = ctx.storage.subtensor
  delegates.set(hotkey, delegates.get(hotkey))
}
