/**
 * A coldkey announces its successor by hash, waits, and may be stopped: a stolen key cannot leave at
 * once.
 *
 * Source: ../shared/spec/subnets.md section 11 (subtensor `macros/dispatches.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { blake2b256 } from '../../../../../src/primitives/hash.ts'
import { bytesToHex, hexToBytes } from '../../../../../src/primitives/hex.ts'
import { DispatchFailure, ensure } from '../../../../frame/dispatch-error.ts'
import { inProfile } from '../../../../frame/profile.ts'
import type { Ctx } from '../../../context.ts'
import { constants } from '../constants.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { recycleTao } from '../tao.ts'
import { swapColdkey } from './coldkey-swap.ts'

const U32_MAX = 0xffff_ffff

/** The first announcement costs, a later one takes its place for free. */
export function announceColdkeySwap(ctx: Ctx, who: AccountId, newColdkeyHash: string): void {
  const { coldkeySwapAnnouncementDelay, coldkeySwapAnnouncements } = ctx.storage.subtensor
  const announced = coldkeySwapAnnouncements.get(who)
  if (announced === undefined) {
    payColdkeySwap(ctx, who, inProfile(constants.keySwapCost.value, ctx.profile))
  } else ensure(mayReplace(ctx, announced[0]), errors.ColdkeySwapReannouncedTooEarly)
  const when = Math.min(ctx.blockNumber + coldkeySwapAnnouncementDelay.get(), U32_MAX)
  coldkeySwapAnnouncements.set(who, [when, newColdkeyHash])
  ctx.emit(events.ColdkeySwapAnnounced, { who, newColdkeyHash })
}

/** @throws NotEnoughBalanceToPaySwapColdKey  for whatever reason it cannot be paid */
export function payColdkeySwap(ctx: Ctx, coldkey: AccountId, price: bigint): void {
  try {
    recycleTao(ctx, coldkey, price)
  } catch (error) {
    throw error instanceof DispatchFailure ? errors.NotEnoughBalanceToPaySwapColdKey : error
  }
}

/** Whether an announcement that is due at `when` may be withdrawn or replaced. */
function mayReplace(ctx: Ctx, when: number): boolean {
  const delay = ctx.storage.subtensor.coldkeySwapReannouncementDelay.get()
  return ctx.blockNumber >= Math.min(when + delay, U32_MAX)
}

/** @throws ColdkeySwapAnnouncementNotFound */
function announcementOf(ctx: Ctx, who: AccountId): readonly [when: number, hash: string] {
  const announced = ctx.storage.subtensor.coldkeySwapAnnouncements.get(who)
  if (announced === undefined) throw errors.ColdkeySwapAnnouncementNotFound
  return announced
}

/** @throws ColdkeySwapAnnouncementNotFound, AnnouncedColdkeyHashDoesNotMatch, ColdkeySwapTooEarly */
export function swapAnnouncedColdkey(ctx: Ctx, who: AccountId, newColdkey: AccountId): void {
  const [when, hash] = announcementOf(ctx, who)
  const isAnnounced = bytesToHex(blake2b256(hexToBytes(newColdkey))) === hash
  ensure(isAnnounced, errors.AnnouncedColdkeyHashDoesNotMatch)
  ensure(ctx.blockNumber >= when, errors.ColdkeySwapTooEarly)
  swapColdkey(ctx, who, newColdkey)
  ctx.storage.subtensor.coldkeySwapAnnouncements.remove(who)
}

/** From now on the coldkey can do nothing, until root resets its swap. */
export function disputeColdkeySwap(ctx: Ctx, coldkey: AccountId): void {
  const { coldkeySwapDisputes } = ctx.storage.subtensor
  announcementOf(ctx, coldkey)
  ensure(!coldkeySwapDisputes.exists(coldkey), errors.ColdkeySwapAlreadyDisputed)
  coldkeySwapDisputes.set(coldkey, ctx.blockNumber)
  ctx.emit(events.ColdkeySwapDisputed, { coldkey })
}

/** @throws ColdkeySwapAnnouncementNotFound, ColdkeySwapClearTooEarly */
export function clearColdkeySwap(ctx: Ctx, who: AccountId): void {
  const [when] = announcementOf(ctx, who)
  ensure(mayReplace(ctx, when), errors.ColdkeySwapClearTooEarly)
  ctx.storage.subtensor.coldkeySwapAnnouncements.remove(who)
  ctx.emit(events.ColdkeySwapCleared, { who })
}

/** Forgets an announcement and its dispute, if there are any. */
export function forgetColdkeySwap(ctx: Ctx, who: AccountId): void {
  ctx.storage.subtensor.coldkeySwapAnnouncements.remove(who)
  ctx.storage.subtensor.coldkeySwapDisputes.remove(who)
}
