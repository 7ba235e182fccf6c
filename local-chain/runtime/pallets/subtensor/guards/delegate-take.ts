/**
 * CheckDelegateTake: a take within bounds, of a hotkey that the signer owns.
 *
 * Source: ../shared/spec/staking.md section 9.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import { errors } from '../errors.ts'
import { hotkeyExists, ownsHotkey } from '../hotkeys.ts'
import type { Guard, GuardsByCall } from './guard.ts'

const checkTake: Guard = (ctx, who, call) => {
  const { hotkey, take } = call.args as { readonly hotkey: AccountId; readonly take: number }
  const { minDelegateTake, maxDelegateTake } = ctx.storage.subtensor
  ensure(take >= minDelegateTake.get(), errors.DelegateTakeTooLow)
  ensure(take <= maxDelegateTake.get(), errors.DelegateTakeTooHigh)
  ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
  ensure(ownsHotkey(ctx, who, hotkey), errors.NonAssociatedColdKey)
}

export const delegateTakeGuards: GuardsByCall = {
  decrease_take: checkTake,
  increase_take: checkTake,
}
