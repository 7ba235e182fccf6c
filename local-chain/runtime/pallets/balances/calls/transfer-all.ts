/**
 * `Balances.transfer_all`. Moves all free TAO that may go to another account, keeping the existential deposit if asked.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { multiAddress } from '../../../../frame/types/common.ts'
import { bool } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { reducibleBalance, transfer } from '../ledger.ts'
import { lookup } from './lookup.ts'

export const transferAll = call({
  index: 4,
  docs: 'Moves all free TAO that may go to another account, keeping the existential deposit if asked.',
  args: { dest: multiAddress, keepAlive: bool },
  info: { weight: { refTime: 173_209_000n, proofSize: 3_593n } },
  run(ctx: Ctx, origin, args) {
    const from = ensureSigned(origin)
    const preservation = args.keepAlive ? 'Preserve' : 'Expendable'
    const amount = reducibleBalance(ctx, from, preservation)
    transfer(ctx, { from, to: lookup(args.dest), amount, preservation })
  },
})
