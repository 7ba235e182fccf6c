/**
 * Calls that delegates announced before they may make them.
 *
 * Source: ../shared/spec/subnets.md 16 (subtensor `pallets/proxy/src/lib.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { ensure } from '../../../frame/dispatch-error.ts'
import type { Ctx } from '../../context.ts'
import { ANNOUNCEMENT_DEPOSIT, MAX_PENDING } from './constants.ts'
import { findProxy } from './delegates.ts'
import { adjustDeposit } from './deposits.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import type { Announcement } from './types.ts'

/**
 * Notes that the delegate will make a call of this hash for `real`.
 *
 * @throws NotProxy, TooMany
 * @throws Balances.InsufficientBalance, ConsumerRemaining  the deposit cannot be reserved
 */
export function announceCall(ctx: Ctx, delegate: AccountId, real: AccountId, hash: string): void {
  findProxy(ctx, real, delegate)
  const { announcements } = ctx.storage.proxy
  const [pending, deposit] = announcements.get(delegate)
  ensure(pending.length < MAX_PENDING, errors.TooMany)
  const added = [...pending, { real, callHash: hash, height: ctx.blockNumber }]
  const held = { who: delegate, deposit }
  announcements.set(delegate, [added, adjustDeposit(ctx, held, ANNOUNCEMENT_DEPOSIT, added.length)])
  ctx.emit(events.Announced, { real, proxy: delegate, callHash: hash })
}

/** Drops the announcements that are meant, and their deposit. @throws NotFound  there are none */
export function dropAnnouncements(
  ctx: Ctx,
  delegate: AccountId,
  isMeant: (announcement: Announcement) => boolean,
): void {
  const { announcements } = ctx.storage.proxy
  const [pending, deposit] = announcements.get(delegate)
  const left = pending.filter((announcement) => !isMeant(announcement))
  ensure(left.length < pending.length, errors.NotFound)
  const held = { who: delegate, deposit }
  const after = adjustDeposit(ctx, held, ANNOUNCEMENT_DEPOSIT, left.length)
  if (left.length > 0) announcements.set(delegate, [left, after])
  else announcements.remove(delegate)
}
