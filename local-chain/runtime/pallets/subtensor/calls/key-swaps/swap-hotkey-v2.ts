/**
 * `SubtensorModule.swap_hotkey_v2`. Replaces a hotkey of the signer, with or without its stake.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named, option } from '../../../../../frame/types/combinators.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import { bool } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { swapHotkey } from '../../key-swaps/hotkey-swap.ts'

/** Origin: the owner of both hotkeys. Emits `HotkeySwapped` or `HotkeySwappedOnSubnet`. */
export const swapHotkeyV2 = call({
  index: 72,
  docs: 'Replaces a hotkey of the signer by another, on one subnet or on all; its stake may stay where it is.',
  args: {
    hotkey: accountId,
    newHotkey: accountId,
    netuid: named('Option<NetUid>', option(netuid)),
    keepStake: bool,
  },
  info: { weight: { refTime: 5_075_300_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { hotkey, newHotkey, netuid, keepStake }) {
    const coldkey = ensureSigned(origin)
    const keys = { coldkey, oldHotkey: hotkey, newHotkey }
    return { actualWeight: swapHotkey(ctx, { ...keys, netuid, keepStake }) }
  },
})
