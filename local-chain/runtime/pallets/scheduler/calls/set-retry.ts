/**
 * `Scheduler.set_retry`. Root says how often a task is tried again when it fails.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { u8 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { setRetry as set } from '../agenda.ts'
import { blockNumber, taskAddress } from '../types.ts'
import { SET_RETRY_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `RetrySet`. @throws NotFound */
export const setRetry = call({
  index: 6,
  docs: 'Root says how often a task is tried again when it fails, and after how many blocks.',
  args: { task: taskAddress, retries: u8, period: blockNumber },
  info: { weight: SET_RETRY_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    set(ctx, { address: args.task }, args)
  },
})
