/**
 * `SubtensorModule.swap_hotkey`. Replaces a hotkey of the signer, with its stake.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named, option } from '../../../../../frame/types/combinators.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { swapHotkey as swap } from '../../key-swaps/hotkey-swap.ts'

/** Origin: the owner of both hotkeys. Emits `HotkeySwapped` or `HotkeySwappedOnSubnet`. */
export const swapHotkey = call({
  index: 70,
  docs: 'Replaces a hotkey of the signer by another, with its stake, on one subnet or on all.',
  args: {
    hotkey: accountId,
    newHotkey: accountId,
    netuid: named('Option<NetUid>', option(netuid)),
  },
  info: { weight: { refTime: 15_692_038_000n, proofSize: 28_912n } },
  run(ctx: Ctx, origin, { hotkey, newHotkey, netuid }) {
    const coldkey = ensureSigned(origin)
    const keys = { coldkey, oldHotkey: hotkey, newHotkey }
    return { actualWeight: swap(ctx, { ...keys, netuid, keepStake: false }) }
  },
})
