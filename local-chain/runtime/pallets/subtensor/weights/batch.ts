/**
 * Batches of weights go on after an item that fails, and tell about all of them at the end.
 *
 * Source: ../shared/spec/weights.md section 4 "batch_set_weights".
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { events } from '../events.ts'

/** Runs `body` for each item. Items check before they write, so a failed one wrote nothing. */
export function reportBatch(
  ctx: Ctx,
  hotkey: AccountId,
  netuids: readonly number[],
  body: (netuid: number, item: number) => void,
): void {
  const failed: [netuid: number, failure: DispatchFailure][] = []
  for (const [item, netuid] of netuids.entries()) {
    try {
      body(netuid, item)
    } catch (error) {
      if (!(error instanceof DispatchFailure)) throw error
      failed.push([netuid, error])
    }
  }
  if (failed.length > 0) ctx.emit(events.BatchCompletedWithErrors, undefined)
  for (const [netuid, failure] of failed) {
    ctx.emit(events.BatchWeightItemFailed, [netuid, failure.value])
  }
  ctx.emit(events.BatchWeightsCompleted, [netuids, hotkey])
}
