/**
 * The keys that users encrypt with: each author announces its own, and they move up block by block.
 *
 * Source: subtensor `pallets/shield/src/lib.rs`.
 *
 * @module
 */
import { ensure } from '../../../frame/dispatch-error.ts'
import type { Ctx } from '../../context.ts'
import { authorityOfSlot, blockSlot } from '../aura/slot.ts'
import { KEY_LENGTH } from './constants.ts'
import { errors } from './errors.ts'

/**
 * Moves the keys up by a block, then notes the author's key, or that it has none.
 *
 * @throws Unreachable   nobody authors the block
 * @throws BadEncKeyLen
 */
export function announceKey(ctx: Ctx, key: Uint8Array | undefined): void {
  const s = ctx.storage.mevShield
  const slot = blockSlot(ctx)
  const author = slot === undefined ? undefined : authorityOfSlot(ctx, slot)
  ensure(slot !== undefined && author !== undefined, errors.Unreachable)
  ensure(key === undefined || key.length === KEY_LENGTH, errors.BadEncKeyLen)

  const pending = s.nextKey.get()
  put(s.currentKey, s.pendingKey.get())
  put(s.pendingKey, pending)
  const later = authorityOfSlot(ctx, slot + 2n)
  const next = later === undefined ? undefined : s.authorKeys.get(later)
  put(s.nextKey, next)

  if (key === undefined) s.authorKeys.remove(author)
  else s.authorKeys.set(author, key)
  put(s.pendingKeyExpiresAt, pending === undefined ? undefined : ctx.blockNumber + 2)
  put(s.nextKeyExpiresAt, next === undefined ? undefined : ctx.blockNumber + 3)
}

function put<T>(item: { set(value: T): void; remove(): void }, value: T | undefined): void {
  if (value === undefined) item.remove()
  else item.set(value)
}
