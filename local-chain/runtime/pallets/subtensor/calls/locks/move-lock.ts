/**
 * `move_lock`: points a lock at another hotkey.
 *
 * Source: ../shared/spec/staking.md section 14 (staking/lock.rs), spec 425.
 *
 * @module
 */
import { ensure } from '../../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import { hotkeyExists } from '../../hotkeys.ts'
import {
  addToBucket,
  type HeldLock,
  lockOf,
  reduceBucket,
  removeLock,
  rolled,
  writeLock,
} from '../../staking/locks.ts'

/**
 * Origin: the coldkey that locked. Conviction is lost when the owner of the hotkey changes. Emits
 * `LockMoved`.
 *
 * @throws HotKeyAccountNotExists  nobody owns the destination
 * @throws NoExistingLock
 */
export const moveLock = call({
  index: 137,
  docs: 'Points the lock of the signer on a subnet at another hotkey.',
  args: { destinationHotkey: accountId, netuid },
  info: { weight: { refTime: 1_099_819_000n, proofSize: 7_339n } },
  run(ctx: Ctx, origin, { destinationHotkey, netuid }) {
    const coldkey = ensureSigned(origin)
    ensure(hotkeyExists(ctx, destinationHotkey), errors.HotKeyAccountNotExists)
    const found = lockOf(ctx, coldkey, netuid)
    if (found === undefined) throw errors.NoExistingLock

    const { owner } = ctx.storage.subtensor
    const before = { ...found, lock: rolled(ctx, found) }
    const keepsConviction = owner.get(found.hotkey) === owner.get(destinationHotkey)
    const carried = keepsConviction ? before.lock : { ...before.lock, conviction: 0n }
    const target: HeldLock = { ...found, hotkey: destinationHotkey, lock: carried }
    const after = { ...target, lock: rolled(ctx, target) }

    removeLock(ctx, found)
    writeLock(ctx, after)
    reduceBucket(ctx, before, before.lock)
    addToBucket(ctx, after, after.lock)
    ctx.emit(events.LockMoved, {
      coldkey,
      originHotkey: found.hotkey,
      destinationHotkey,
      netuid,
    })
  },
})
