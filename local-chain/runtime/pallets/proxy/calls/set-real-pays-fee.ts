/**
 * `Proxy.set_real_pays_fee`. An account takes over the fees of its delegate, or stops to.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { multiAddress } from '../../../../frame/types/common.ts'
import { bool } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { lookup } from '../../balances/calls/lookup.ts'
import { findProxy } from '../delegates.ts'
import { events } from '../events.ts'
import { SET_REAL_PAYS_FEE_WEIGHT } from '../weights.ts'

/** Origin: the account that the delegate is a proxy of. Emits `RealPaysFeeSet`. @throws NotProxy */
export const setRealPaysFee = call({
  index: 11,
  docs: 'Says whether the signer pays the fees of what the delegate does for it.',
  args: { delegate: multiAddress, paysFee: bool },
  info: { weight: SET_REAL_PAYS_FEE_WEIGHT },
  run(ctx: Ctx, origin, { paysFee, ...args }) {
    const real = ensureSigned(origin)
    const delegate = lookup(args.delegate)
    findProxy(ctx, real, delegate)
    const { realPaysFee } = ctx.storage.proxy
    if (paysFee) realPaysFee.set(real, delegate, undefined)
    else realPaysFee.remove(real, delegate)
    ctx.emit(events.RealPaysFeeSet, { real, delegate, paysFee })
  },
})
