/**
 * `set_perpetual_lock`: whether a coldkey's lock on a subnet decays.
 *
 * Source: ../shared/spec/staking.md section 14 (staking/lock.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { bool } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { events } from '../../events.ts'
import {
  addToBucket,
  isPerpetual,
  lockOf,
  reduceBucket,
  rollWithBucket,
  writeLock,
} from '../../staking/locks.ts'

/** Origin: any coldkey, with a lock or without. Emits `PerpetualLockUpdated`. */
export const setPerpetualLock = call({
  index: 138,
  docs: 'Sets whether locks of the signer on a subnet last for ever or decay.',
  args: { netuid, enabled: bool },
  info: { weight: { refTime: 400_000_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { netuid, enabled }) {
    const coldkey = ensureSigned(origin)
    const { decayingLock } = ctx.storage.subtensor
    const found = lockOf(ctx, coldkey, netuid)
    const changes = isPerpetual(ctx, coldkey, netuid) !== enabled
    const held = found && rollWithBucket(ctx, found)
    if (held !== undefined) {
      writeLock(ctx, held)
      if (changes) reduceBucket(ctx, held, held.lock)
    }
    if (enabled) decayingLock.set(coldkey, netuid, false)
    else decayingLock.remove(coldkey, netuid)
    const kept = lockOf(ctx, coldkey, netuid)
    if (changes && kept !== undefined) addToBucket(ctx, kept, kept.lock)
    ctx.emit(events.PerpetualLockUpdated, { coldkey, netuid, enabled })
  },
})
