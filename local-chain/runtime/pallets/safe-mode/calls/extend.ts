/**
 * `SafeMode.extend`. Would extend for a deposit, which this chain does not take.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { enteredUntil } from '../mode.ts'
import { EXTEND_WEIGHT } from '../weights.ts'

/** Origin: signed. @throws Exited, NotConfigured  always one of the two */
export const extend = call({
  index: 2,
  docs: 'Extends safe mode for a deposit. This chain takes none: only root extends.',
  args: {},
  info: { weight: EXTEND_WEIGHT },
  run(ctx: Ctx, origin) {
    ensureSigned(origin)
    enteredUntil(ctx)
    throw errors.NotConfigured
  },
})
