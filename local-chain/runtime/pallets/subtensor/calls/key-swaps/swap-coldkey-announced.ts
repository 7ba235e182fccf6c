/**
 * `SubtensorModule.swap_coldkey_announced`. Makes the announced swap.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { swapAnnouncedColdkey } from '../../key-swaps/announcements.ts'

/**
 * Origin: a coldkey with an announcement. Emits `ColdkeySwapped`.
 *
 * @throws ColdkeySwapAnnouncementNotFound
 * @throws AnnouncedColdkeyHashDoesNotMatch
 * @throws ColdkeySwapTooEarly
 * @throws ColdKeyAlreadyAssociated, NewColdKeyIsHotkey, ActiveLockExists
 */
export const swapColdkeyAnnounced = call({
  index: 126,
  docs: 'Moves everything that the signer holds to the coldkey that it announced, once the delay is over.',
  args: { newColdkey: accountId },
  info: { weight: { refTime: 2_713_156_000n, proofSize: 13_000n } },
  run(ctx: Ctx, origin, { newColdkey }) {
    swapAnnouncedColdkey(ctx, ensureSigned(origin), newColdkey)
  },
})
