/**
 * `Balances.force_set_balance`. Root sets the free balance of an account; issuance follows.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact } from '../../../../frame/types/combinators.ts'
import { balance, multiAddress } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { forceSetFree } from '../ledger.ts'
import { lookup } from './lookup.ts'

export const forceSetBalance = call({
  index: 8,
  docs: 'Root sets the free balance of an account; issuance follows.',
  args: { who: multiAddress, newFree: compact(balance) },
  info: { weight: { refTime: 144_206_000n, proofSize: 3_593n } },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    forceSetFree(ctx, lookup(args.who), args.newFree)
  },
})
