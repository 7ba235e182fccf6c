/**
 * `Proxy.announce`. A delegate says which call it will make later.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { h256, multiAddress } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { lookup } from '../../balances/calls/lookup.ts'
import { announceCall } from '../announcements.ts'
import { ANNOUNCE_WEIGHT } from '../weights.ts'

/** Origin: any proxy of the account; a deposit is reserved. Emits `Announced`. @throws NotProxy, TooMany */
export const announce = call({
  index: 6,
  docs: 'Announces the hash of a call that the signer will make for the account.',
  args: { real: multiAddress, callHash: named('CallHashOf<T>', h256) },
  info: { weight: ANNOUNCE_WEIGHT },
  run(ctx: Ctx, origin, args) {
    announceCall(ctx, ensureSigned(origin), lookup(args.real), args.callHash)
  },
})
