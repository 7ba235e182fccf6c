/**
 * `SafeMode.enter`. Would enter for a deposit, which this chain does not take.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { ENTER_WEIGHT } from '../weights.ts'

/** Origin: signed. @throws Entered, NotConfigured  always one of the two */
export const enter = call({
  index: 0,
  docs: 'Enters safe mode for a deposit. This chain takes none: only root enters.',
  args: {},
  info: { weight: ENTER_WEIGHT },
  run(ctx: Ctx, origin) {
    ensureSigned(origin)
    ensure(!ctx.storage.safeMode.enteredUntil.exists(), errors.Entered)
    throw errors.NotConfigured
  },
})
