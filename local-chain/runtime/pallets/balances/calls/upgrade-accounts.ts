/**
 * `Balances.upgrade_accounts`. Moves old account records to the present form. Every account of this chain has it already.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { vec } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'

export const upgradeAccounts = call({
  index: 6,
  docs: 'Moves old account records to the present form. Every account of this chain has it already.',
  args: { who: vec(accountId) },
  info: (_ctx: Ctx, args) => ({
    weight: {
      refTime: 14_674_000n + 139_648_188n * BigInt(args.who.length),
      proofSize: 990n + 2_603n * BigInt(args.who.length),
    },
  }),
  run(_ctx: Ctx, origin, args) {
    ensureSigned(origin)
    // Free of charge only when at least nine in ten accounts were upgraded; none ever is.
    return args.who.length === 0 ? { paysFee: 'Yes' } : undefined
  },
})
