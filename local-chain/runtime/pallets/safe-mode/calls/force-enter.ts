/**
 * `SafeMode.force_enter`. Root stops the chain for a day.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { enterSafeMode } from '../mode.ts'
import { FORCE_ENTER_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Entered`. @throws Entered */
export const forceEnter = call({
  index: 1,
  docs: 'Root stops all but the most needed calls, for 7,200 blocks.',
  args: {},
  info: { weight: FORCE_ENTER_WEIGHT },
  run(ctx: Ctx, origin) {
    ensureRoot(origin)
    enterSafeMode(ctx)
  },
})
