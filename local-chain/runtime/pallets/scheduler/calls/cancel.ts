/**
 * `Scheduler.cancel`. Root takes a task off its agenda.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { cancelTask } from '../agenda.ts'
import { blockNumber } from '../types.ts'
import { CANCEL_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Canceled`. @throws NotFound */
export const cancel = call({
  index: 1,
  docs: 'Root cancels the task at a place of the agenda of a block.',
  args: { when: blockNumber, index: u32 },
  info: { weight: CANCEL_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    cancelTask(ctx, [args.when, args.index])
  },
})
