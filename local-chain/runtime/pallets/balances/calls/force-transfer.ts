/**
 * `Balances.force_transfer`. Root moves free TAO of any account to another one.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact } from '../../../../frame/types/combinators.ts'
import { balance, multiAddress } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { transfer } from '../ledger.ts'
import { lookup } from './lookup.ts'

export const forceTransfer = call({
  index: 2,
  docs: 'Root moves free TAO of any account to another one.',
  args: { source: multiAddress, dest: multiAddress, value: compact(balance) },
  info: { weight: { refTime: 299_519_000n, proofSize: 6_196n } },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    const from = lookup(args.source)
    const to = lookup(args.dest)
    transfer(ctx, { from, to, amount: args.value, preservation: 'Expendable' })
  },
})
