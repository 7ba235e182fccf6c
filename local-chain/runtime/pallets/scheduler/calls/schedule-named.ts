/**
 * `Scheduler.schedule_named`. Root schedules a call under a name.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { schedule } from '../agenda.ts'
import { blockNumber, maybePeriodic, priority, taskName } from '../types.ts'
import { SCHEDULE_NAMED_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Scheduled`. @throws FailedToSchedule, TargetBlockNumberInPast, Exhausted */
export const scheduleNamed = call({
  index: 2,
  docs: 'Root schedules a call for a block, under a name.',
  args: {
    id: taskName,
    when: blockNumber,
    maybePeriodic,
    priority,
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
  },
  info: { weight: SCHEDULE_NAMED_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    schedule(ctx, args)
  },
})
