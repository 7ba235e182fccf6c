/**
 * `Scheduler.set_retry_named`. Root says how often a task is tried again when it fails, by name.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { u8 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { addressOf, setRetry } from '../agenda.ts'
import { blockNumber, taskName } from '../types.ts'
import { SET_RETRY_NAMED_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `RetrySet`. @throws NotFound */
export const setRetryNamed = call({
  index: 7,
  docs: 'Root says how often the task of a name is tried again when it fails.',
  args: { id: taskName, retries: u8, period: blockNumber },
  info: { weight: SET_RETRY_NAMED_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    setRetry(ctx, { address: addressOf(ctx, args.id), id: args.id }, args)
  },
})
