/**
 * `Utility.batch`: calls in a row, up to the first that fails. What came before it stays.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { call } from '../../../../frame/pallet.ts'
import { vec } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { BatchMeter, batchInfo, ensureMayBatch } from '../batches.ts'
import { events } from '../events.ts'
import { batchWeight } from '../weights.ts'

export const batch = call({
  index: 0,
  docs: 'Dispatches calls in order and stops at the first that fails; earlier ones stay done.',
  args: { calls: vec(runtimeCall) },
  info: (ctx: Ctx, { calls }) => batchInfo(ctx, calls, batchWeight(calls.length)),
  run(ctx: Ctx, origin, { calls }) {
    ensureMayBatch(origin, calls)
    const meter = new BatchMeter()
    for (const [index, inner] of calls.entries()) {
      const outcome = meter.dispatch(ctx, origin, inner)
      if (!outcome.ok) {
        ctx.emit(events.BatchInterrupted, { index, error: outcome.failure.value })
        return meter.total(batchWeight(index + 1))
      }
      ctx.emit(events.ItemCompleted, undefined)
    }
    ctx.emit(events.BatchCompleted, undefined)
    return meter.total(batchWeight(calls.length))
  },
})
