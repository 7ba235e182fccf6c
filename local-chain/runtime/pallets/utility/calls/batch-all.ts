/**
 * `Utility.batch_all`: all of the calls or none.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { withFilter } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { vec } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { BatchMeter, batchInfo, ensureMayBatch } from '../batches.ts'
import { events } from '../events.ts'
import { batchAllWeight } from '../weights.ts'

export const batchAll = call({
  index: 2,
  docs: 'Dispatches calls in order; when one fails, none of them has happened.',
  args: { calls: vec(runtimeCall) },
  info: (ctx: Ctx, { calls }) => batchInfo(ctx, calls, batchAllWeight(calls.length)),
  run(ctx: Ctx, origin, { calls }) {
    ensureMayBatch(origin, calls)
    const meter = new BatchMeter()
    // However deep a call lies, it is not another batch_all.
    const within = withFilter(
      origin,
      (inner) => inner.pallet !== 'Utility' || inner.name !== 'batch_all',
    )
    for (const [index, inner] of calls.entries()) {
      const outcome = meter.dispatch(ctx, within, inner)
      if (!outcome.ok) throw outcome.failure.withPost(meter.total(batchAllWeight(index + 1)))
      ctx.emit(events.ItemCompleted, undefined)
    }
    ctx.emit(events.BatchCompleted, undefined)
    return meter.total(batchAllWeight(calls.length))
  },
})
