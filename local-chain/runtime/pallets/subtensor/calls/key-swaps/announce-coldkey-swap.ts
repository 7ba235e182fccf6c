/**
 * `SubtensorModule.announce_coldkey_swap`. Says by hash which coldkey will follow the signer.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { h256 } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { announceColdkeySwap as announce } from '../../key-swaps/announcements.ts'

/**
 * Origin: any coldkey. Emits `ColdkeySwapAnnounced`.
 *
 * @throws NotEnoughBalanceToPaySwapColdKey  a first announcement costs 0.1 TAO
 * @throws ColdkeySwapReannouncedTooEarly
 */
export const announceColdkeySwap = call({
  index: 125,
  docs: 'Announces, by blake2b-256 of its 32 bytes, the coldkey that will take the place of the signer. Until the swap the signer can do nothing else.',
  args: { newColdkeyHash: h256 },
  info: { weight: { refTime: 447_248_000n, proofSize: 4_159n } },
  run(ctx: Ctx, origin, { newColdkeyHash }) {
    announce(ctx, ensureSigned(origin), newColdkeyHash)
  },
})
