/**
 * Locks of a dissolved subnet go with it.
 *
 * Source: ../shared/spec/staking.md section 14 "Dissolution".
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'

export function destroyLocks(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.subtensor
  for (const { keys } of s.lockingColdkeys.entriesOf(netuid)) {
    const [, hotkey, coldkey] = keys
    s.lock.remove(coldkey, netuid, hotkey)
  }
  s.lockingColdkeys.clearOf(netuid)
  s.hotkeyLock.clearOf(netuid)
  s.decayingHotkeyLock.clearOf(netuid)
  s.ownerLock.remove(netuid)
  s.decayingOwnerLock.remove(netuid)
  for (const [coldkey, of] of s.decayingLock.entries()) {
    if (of === netuid) s.decayingLock.remove(coldkey, netuid)
  }
}
