/**
 * Step 7: children that were announced come into force with the epoch after their cooldown.
 *
 * Source: ../shared/spec/block-pipeline.md section 10, staking.md section 12.
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { applyChildren } from '../children/relations.ts'
import { events } from '../events.ts'

/** For every subnet whose epoch ran or was skipped in this block. */
export function applyPendingChildren(ctx: Ctx, netuids: readonly number[]): void {
  const { lastEpochBlock, pendingChildKeys, subtokenEnabled } = ctx.storage.subtensor
  const now = BigInt(ctx.blockNumber)
  for (const netuid of netuids) {
    if (lastEpochBlock.get(netuid) !== now) continue
    const started = subtokenEnabled.get(netuid)
    // The entries are a snapshot, so removing one while walking is what the chain does afterwards.
    for (const [hotkey, [children, cooldownBlock]] of pendingChildKeys.entriesOf(netuid)) {
      if (started && cooldownBlock >= now) continue
      if (applyChildren(ctx, hotkey, netuid, children)) {
        ctx.emit(events.SetChildren, [hotkey, netuid, children])
      }
      pendingChildKeys.remove(netuid, hotkey)
    }
  }
}
