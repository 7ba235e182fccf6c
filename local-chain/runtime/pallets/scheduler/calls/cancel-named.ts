/**
 * `Scheduler.cancel_named`. Root takes a task off its agenda, by name.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { addressOf, cancelTask } from '../agenda.ts'
import { taskName } from '../types.ts'
import { CANCEL_NAMED_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Canceled`. @throws NotFound */
export const cancelNamed = call({
  index: 3,
  docs: 'Root cancels the task of a name.',
  args: { id: taskName },
  info: { weight: CANCEL_NAMED_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    cancelTask(ctx, addressOf(ctx, args.id))
  },
})
