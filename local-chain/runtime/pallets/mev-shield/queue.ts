/**
 * Encrypted calls that wait for a later block. This version of the chain has no means to decrypt them,
 * so each leaves the queue at the start of the next block.
 *
 * Source: subtensor `pallets/shield/src/lib.rs`; `../shared/vectors/traces` (deep-misc-*).
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { ensure } from '../../../frame/dispatch-error.ts'
import type { Ctx } from '../../context.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'

/** Event `ExtrinsicStored`. @throws TooManyPendingExtrinsics */
export function storeCall(ctx: Ctx, who: AccountId, encryptedCall: Uint8Array): void {
  const s = ctx.storage.mevShield
  const waiting = s.counterForPendingExtrinsics.get()
  ensure(waiting < s.maxPendingExtrinsicsLimit.get(), errors.TooManyPendingExtrinsics)
  const index = s.nextPendingExtrinsicIndex.get()
  s.pendingExtrinsics.set(index, { who, encryptedCall, submittedAt: ctx.blockNumber })
  s.counterForPendingExtrinsics.set(waiting + 1)
  s.nextPendingExtrinsicIndex.set(index + 1)
  ctx.emit(events.ExtrinsicStored, { index, who })
}

/** Takes the queue apart: what is too old is expired, the rest cannot be decrypted. */
export function processQueue(ctx: Ctx): void {
  const s = ctx.storage.mevShield
  const waiting = s.counterForPendingExtrinsics.get()
  if (waiting === 0) return
  const end = s.nextPendingExtrinsicIndex.get()
  for (let index = Math.max(0, end - waiting); index < end; index++) {
    const pending = s.pendingExtrinsics.get(index)
    if (pending === undefined) continue
    s.pendingExtrinsics.remove(index)
    s.counterForPendingExtrinsics.set(s.counterForPendingExtrinsics.get() - 1)
    const age = Math.max(0, ctx.blockNumber - pending.submittedAt)
    const isOld = age > s.extrinsicLifetime.get()
    ctx.emit(isOld ? events.ExtrinsicExpired : events.ExtrinsicDecodeFailed, { index })
  }
}
