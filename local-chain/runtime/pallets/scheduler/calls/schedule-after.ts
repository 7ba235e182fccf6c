/**
 * `Scheduler.schedule_after`. Root schedules a call, some blocks from now.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { blockAfter, schedule } from '../agenda.ts'
import { blockNumber, maybePeriodic, priority } from '../types.ts'
import { SCHEDULE_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Scheduled`. @throws Exhausted */
export const scheduleAfter = call({
  index: 4,
  docs: 'Root schedules a call, the given number of blocks after the next one.',
  args: {
    after: blockNumber,
    maybePeriodic,
    priority,
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
  },
  info: { weight: SCHEDULE_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    schedule(ctx, { ...args, when: blockAfter(ctx, args.after) })
  },
})
