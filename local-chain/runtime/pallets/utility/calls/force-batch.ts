/**
 * `Utility.force_batch`: all of the calls, also after one that fails.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { call } from '../../../../frame/pallet.ts'
import { vec } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { BatchMeter, batchInfo, ensureMayBatch } from '../batches.ts'
import { events } from '../events.ts'
import { forceBatchWeight } from '../weights.ts'

export const forceBatch = call({
  index: 4,
  docs: 'Dispatches calls in order and goes on after those that fail.',
  args: { calls: vec(runtimeCall) },
  info: (ctx: Ctx, { calls }) => batchInfo(ctx, calls, forceBatchWeight(calls.length)),
  run(ctx: Ctx, origin, { calls }) {
    ensureMayBatch(origin, calls)
    const meter = new BatchMeter()
    let failed = false
    for (const inner of calls) {
      const outcome = meter.dispatch(ctx, origin, inner)
      if (outcome.ok) ctx.emit(events.ItemCompleted, undefined)
      else {
        failed = true
        ctx.emit(events.ItemFailed, { error: outcome.failure.value })
      }
    }
    ctx.emit(failed ? events.BatchCompletedWithErrors : events.BatchCompleted, undefined)
    return meter.total(forceBatchWeight(calls.length))
  },
})
