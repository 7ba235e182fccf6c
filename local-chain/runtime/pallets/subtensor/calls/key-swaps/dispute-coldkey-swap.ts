/**
 * `SubtensorModule.dispute_coldkey_swap`. Stops an announced swap.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import type { Ctx } from '../../../../context.ts'
import { disputeColdkeySwap as dispute } from '../../key-swaps/announcements.ts'

/** Origin: a coldkey with an announcement. Emits `ColdkeySwapDisputed`. */
export const disputeColdkeySwap = call({
  index: 127,
  docs: 'Stops the announced swap of the signer, which can do nothing then until root resets it.',
  args: {},
  info: { weight: { refTime: 173_293_000n, proofSize: 4_130n } },
  run(ctx: Ctx, origin) {
    dispute(ctx, ensureSigned(origin))
  },
})
