/**
 * `SubtensorModule.reset_coldkey_swap`. Forgets an announcement and its dispute.
 *
 * @module
 */
import { ensureRoot } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { events } from '../../events.ts'
import { forgetColdkeySwap } from '../../key-swaps/announcements.ts'

/** Origin: root. Emits `ColdkeySwapReset`, also where there was nothing to forget. */
export const resetColdkeySwap = call({
  index: 128,
  docs: 'Forgets the announced swap of a coldkey and its dispute. Root only.',
  args: { coldkey: accountId },
  info: { weight: { refTime: 208_857_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { coldkey }) {
    ensureRoot(origin)
    forgetColdkeySwap(ctx, coldkey)
    ctx.emit(events.ColdkeySwapReset, { who: coldkey })
  },
})
