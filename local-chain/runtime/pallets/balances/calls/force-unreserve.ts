/**
 * `Balances.force_unreserve`. Root gives reserved TAO of an account back to it.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { balance, multiAddress } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { unreserve } from '../ledger.ts'
import { lookup } from './lookup.ts'

export const forceUnreserve = call({
  index: 5,
  docs: 'Root gives reserved TAO of an account back to it.',
  args: { who: multiAddress, amount: balance },
  info: { weight: { refTime: 140_515_000n, proofSize: 3_593n } },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    unreserve(ctx, lookup(args.who), args.amount)
  },
})
