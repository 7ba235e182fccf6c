/**
 * `SafeMode.force_slash_deposit`. Root would destroy a deposit; there is none.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { FORCE_SLASH_DEPOSIT_WEIGHT } from '../weights.ts'

/** Origin: root. @throws NoDeposit  always */
export const forceSlashDeposit = call({
  index: 5,
  docs: 'Root destroys a deposit of safe mode. This chain takes none.',
  args: { account: accountId, block: named('BlockNumberFor<T>', u32) },
  info: { weight: FORCE_SLASH_DEPOSIT_WEIGHT },
  run(_ctx: Ctx, origin) {
    ensureRoot(origin)
    throw errors.NoDeposit
  },
})
