/**
 * `Proxy.reject_announcement`. An account refuses what its delegate announced.
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
import { REJECT_ANNOUNCEMENT_WEIGHT } from '../weights.ts'

/** Origin: the account; the deposit goes back to the delegate. No event of its own. @throws NotFound */
export const rejectAnnouncement = call({
  index: 8,
  docs: 'Refuses a call that a delegate announced for the signer.',
  args: { delegate: multiAddress, callHash: named('CallHashOf<T>', h256) },
  info: { weight: REJECT_ANNOUNCEMENT_WEIGHT },
  run(ctx: Ctx, origin, { callHash, ...args }) {
    const real = ensureSigned(origin)
    const delegate = lookup(args.delegate)
    dropAnnouncements(ctx, delegate, (one) => one.real === real && one.callHash === callHash)
  },
})
