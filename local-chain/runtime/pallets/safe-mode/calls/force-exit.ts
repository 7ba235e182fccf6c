/**
 * `SafeMode.force_exit`. Root lets the chain go on.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { leaveSafeMode } from '../mode.ts'
import { FORCE_EXIT_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Exited`. @throws Exited */
export const forceExit = call({
  index: 4,
  docs: 'Root ends safe mode.',
  args: {},
  info: { weight: FORCE_EXIT_WEIGHT },
  run(ctx: Ctx, origin) {
    ensureRoot(origin)
    leaveSafeMode(ctx, 'Force')
  },
})
