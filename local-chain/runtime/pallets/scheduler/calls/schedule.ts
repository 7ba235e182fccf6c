/**
 * `Scheduler.schedule`. Root schedules a call.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { schedule as place } from '../agenda.ts'
import { blockNumber, maybePeriodic, priority } from '../types.ts'
import { SCHEDULE_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Scheduled`. @throws TargetBlockNumberInPast, Exhausted */
export const schedule = call({
  index: 0,
  docs: 'Root schedules a call for a block.',
  args: {
    when: blockNumber,
    maybePeriodic,
    priority,
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
  },
  info: { weight: SCHEDULE_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    place(ctx, args)
  },
})
