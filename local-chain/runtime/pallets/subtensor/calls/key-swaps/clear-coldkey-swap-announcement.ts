/**
 * `SubtensorModule.clear_coldkey_swap_announcement`. Takes an announcement back.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import type { Ctx } from '../../../../context.ts'
import { clearColdkeySwap } from '../../key-swaps/announcements.ts'

/** Origin: a coldkey with an announcement. Emits `ColdkeySwapCleared`. */
export const clearColdkeySwapAnnouncement = call({
  index: 133,
  docs: 'Takes the announced swap of the signer back, some time after it became due.',
  args: {},
  info: { weight: { refTime: 167_890_000n, proofSize: 0n } },
  run(ctx: Ctx, origin) {
    clearColdkeySwap(ctx, ensureSigned(origin))
  },
})
