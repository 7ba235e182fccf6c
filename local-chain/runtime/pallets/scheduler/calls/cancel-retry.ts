/**
 * `Scheduler.cancel_retry`. Root stops the retries of a task.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { cancelRetry as stop } from '../agenda.ts'
import { taskAddress } from '../types.ts'
import { CANCEL_RETRY_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `RetryCancelled`. @throws NotFound */
export const cancelRetry = call({
  index: 8,
  docs: 'Root says that a task is not tried again when it fails.',
  args: { task: taskAddress },
  info: { weight: CANCEL_RETRY_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    stop(ctx, { address: args.task })
  },
})
