/**
 * `Proxy.poke_deposit`. Brings both deposits of the signer to what they cost today.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { pokeDeposits } from '../poke.ts'
import { POKE_DEPOSIT_WEIGHT } from '../weights.ts'

/** Origin: signed. Free if a deposit changed. Emits `DepositPoked` for each that did. */
export const pokeDeposit = call({
  index: 10,
  docs: 'Brings the deposits of the signer to what its lists cost today.',
  args: {},
  info: { weight: POKE_DEPOSIT_WEIGHT },
  run: (ctx: Ctx, origin) => ({
    paysFee: pokeDeposits(ctx, ensureSigned(origin)) ? 'No' : 'Yes',
  }),
})
