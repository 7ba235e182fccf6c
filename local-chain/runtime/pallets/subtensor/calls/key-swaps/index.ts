/**
 * Calls of SubtensorModule: swaps of keys.
 *
 * @module
 */
import { announceColdkeySwap } from './announce-coldkey-swap.ts'
import { clearColdkeySwapAnnouncement } from './clear-coldkey-swap-announcement.ts'
import { disputeColdkeySwap } from './dispute-coldkey-swap.ts'
import { resetColdkeySwap } from './reset-coldkey-swap.ts'
import { scheduleSwapColdkey } from './schedule-swap-coldkey.ts'
import { swapColdkey } from './swap-coldkey.ts'
import { swapColdkeyAnnounced } from './swap-coldkey-announced.ts'
import { swapHotkey } from './swap-hotkey.ts'
import { swapHotkeyV2 } from './swap-hotkey-v2.ts'

export const calls = {
  swapHotkey,
  swapHotkeyV2,
  announceColdkeySwap,
  swapColdkeyAnnounced,
  disputeColdkeySwap,
  clearColdkeySwapAnnouncement,
  resetColdkeySwap,
  swapColdkey,
  scheduleSwapColdkey,
}
