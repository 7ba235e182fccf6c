/**
 * Step 0: forgets hotkey swaps that no longer limit anybody.
 *
 * Source: ../shared/spec/block-pipeline.md section 3 (`clean_up_hotkey_swap_records`).
 *
 * @module
 */
import { inProfile } from '../../../../frame/profile.ts'
import type { Ctx } from '../../../context.ts'
import { constants } from '../constants.ts'

/** Each block looks at the subnets whose netuid falls on it, so that the work is spread out. */
export function cleanUpHotkeySwapRecords(ctx: Ctx, netuids: readonly number[]): void {
  const { lastHotkeySwapOnNetuid } = ctx.storage.subtensor
  // Most chains have no record at all, and the fast profile would look at every subnet.
  if (lastHotkeySwapOnNetuid.entriesAfter(undefined, 1).length === 0) return
  const interval = inProfile(constants.hotkeySwapOnSubnetInterval.value, ctx.profile)
  if (interval === 0n) return
  const period = Number(interval)
  const turn = ctx.blockNumber % period
  const now = BigInt(ctx.blockNumber)
  for (const netuid of netuids) {
    if (netuid % period !== turn) continue
    for (const [coldkey, block] of lastHotkeySwapOnNetuid.entriesOf(netuid)) {
      if (block + interval < now) lastHotkeySwapOnNetuid.remove(netuid, coldkey)
    }
  }
}
