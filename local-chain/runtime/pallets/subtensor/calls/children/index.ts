/**
 * Calls of SubtensorModule: children of hotkeys.
 *
 * @module
 */
import {
  setPendingChildkeyCooldown,
  sudoSetMaxChildkeyTake,
  sudoSetMinChildkeyTake,
  sudoSetTxChildkeyTakeRateLimit,
} from './childkey-settings.ts'
import { setAutoParentDelegationEnabled } from './set-auto-parent-delegation-enabled.ts'
import { setChildkeyTake } from './set-childkey-take.ts'
import { setChildren } from './set-children.ts'

export const calls = {
  setChildkeyTake,
  sudoSetTxChildkeyTakeRateLimit,
  sudoSetMinChildkeyTake,
  sudoSetMaxChildkeyTake,
  setChildren,
  setPendingChildkeyCooldown,
  setAutoParentDelegationEnabled,
}
