/**
 * `SafeMode.force_extend`. Root stops the chain for half a day more.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { extendSafeMode } from '../mode.ts'
import { FORCE_EXTEND_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Extended`. @throws Exited */
export const forceExtend = call({
  index: 3,
  docs: 'Root makes safe mode last 3,600 blocks more.',
  args: {},
  info: { weight: FORCE_EXTEND_WEIGHT },
  run(ctx: Ctx, origin) {
    ensureRoot(origin)
    extendSafeMode(ctx)
  },
})
