/**
 * `Balances.transfer_allow_death`. Moves free TAO to another account. The sender may be left with nothing and cease to exist.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact } from '../../../../frame/types/combinators.ts'
import { balance, multiAddress } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { transfer } from '../ledger.ts'
import { lookup } from './lookup.ts'

export const transferAllowDeath = call({
  index: 0,
  docs: 'Moves free TAO to another account. The sender may be left with nothing and cease to exist.',
  args: { dest: multiAddress, value: compact(balance) },
  info: { weight: { refTime: 173_834_000n, proofSize: 3_593n } },
  run(ctx: Ctx, origin, args) {
    const from = ensureSigned(origin)
    const to = lookup(args.dest)
    transfer(ctx, { from, to, amount: args.value, preservation: 'Expendable' })
  },
})
