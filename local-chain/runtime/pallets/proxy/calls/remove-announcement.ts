/**
 * `Proxy.remove_announcement`. A delegate takes an announcement back.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { h256, multiAddress } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { lookup } from '../../balances/calls/lookup.ts'
import { dropAnnouncements } from '../announcements.ts'
import { REMOVE_ANNOUNCEMENT_WEIGHT } from '../weights.ts'

/** Origin: the delegate; its deposit comes back. No event of its own. @throws NotFound */
export const removeAnnouncement = call({
  index: 7,
  docs: 'Takes back what the signer announced.',
  args: { real: multiAddress, callHash: named('CallHashOf<T>', h256) },
  info: { weight: REMOVE_ANNOUNCEMENT_WEIGHT },
  run(ctx: Ctx, origin, { callHash, ...args }) {
    const delegate = ensureSigned(origin)
    const real = lookup(args.real)
    dropAnnouncements(ctx, delegate, (one) => one.real === real && one.callHash === callHash)
  },
})
