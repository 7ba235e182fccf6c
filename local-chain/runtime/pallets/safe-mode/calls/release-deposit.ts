/**
 * `SafeMode.release_deposit`. Would give a deposit back; there is none.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { RELEASE_DEPOSIT_WEIGHT } from '../weights.ts'

/** Origin: signed. @throws NoDeposit  always */
export const releaseDeposit = call({
  index: 6,
  docs: 'Gives a deposit of safe mode back. This chain takes none.',
  args: { account: accountId, block: named('BlockNumberFor<T>', u32) },
  info: { weight: RELEASE_DEPOSIT_WEIGHT },
  run(_ctx: Ctx, origin) {
    ensureSigned(origin)
    throw errors.NoDeposit
  },
})
