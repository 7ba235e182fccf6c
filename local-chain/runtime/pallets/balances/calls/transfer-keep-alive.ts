/**
 * `Balances.transfer_keep_alive`. Moves free TAO to another account and refuses to end the sender.
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

export const transferKeepAlive = call({
  index: 3,
  docs: 'Moves free TAO to another account and refuses to end the sender.',
  args: { dest: multiAddress, value: compact(balance) },
  info: { weight: { refTime: 164_051_000n, proofSize: 3_593n } },
  run(ctx: Ctx, origin, args) {
    const from = ensureSigned(origin)
    const to = lookup(args.dest)
    transfer(ctx, { from, to, amount: args.value, preservation: 'Preserve' })
  },
})
