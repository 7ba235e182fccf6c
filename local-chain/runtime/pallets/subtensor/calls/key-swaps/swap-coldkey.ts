/**
 * `SubtensorModule.swap_coldkey`. Replaces a coldkey at once.
 *
 * @module
 */
import { ensureRoot } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, taoBalance } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { forgetColdkeySwap, payColdkeySwap } from '../../key-swaps/announcements.ts'
import { swapColdkey as swap } from '../../key-swaps/coldkey-swap.ts'

/**
 * Origin: root. Emits `ColdkeySwapped`.
 *
 * @throws NotEnoughBalanceToPaySwapColdKey  the old coldkey cannot pay what root asks
 * @throws ColdKeyAlreadyAssociated, NewColdKeyIsHotkey, ActiveLockExists
 */
export const swapColdkey = call({
  index: 71,
  docs: 'Moves everything that a coldkey holds to another, for a price that the old one pays. Root only.',
  args: { oldColdkey: accountId, newColdkey: accountId, swapCost: taoBalance },
  info: { weight: { refTime: 3_137_301_000n, proofSize: 13_056n } },
  run(ctx: Ctx, origin, { oldColdkey, newColdkey, swapCost }) {
    ensureRoot(origin)
    if (swapCost > 0n) payColdkeySwap(ctx, oldColdkey, swapCost)
    swap(ctx, oldColdkey, newColdkey)
    forgetColdkeySwap(ctx, oldColdkey)
  },
})
