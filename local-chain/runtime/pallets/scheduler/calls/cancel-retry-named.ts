/**
 * `Scheduler.cancel_retry_named`. Root stops the retries of a task, by name.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { addressOf, cancelRetry } from '../agenda.ts'
import { taskName } from '../types.ts'
import { CANCEL_RETRY_NAMED_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `RetryCancelled`. @throws NotFound */
export const cancelRetryNamed = call({
  index: 9,
  docs: 'Root says that the task of a name is not tried again when it fails.',
  args: { id: taskName },
  info: { weight: CANCEL_RETRY_NAMED_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    cancelRetry(ctx, { address: addressOf(ctx, args.id), id: args.id })
  },
})
