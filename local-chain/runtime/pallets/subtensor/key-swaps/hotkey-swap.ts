/**
 * A coldkey replaces one of its hotkeys, on one subnet or on all.
 *
 * Source: ../shared/spec/subnets.md section 10 (subtensor `swap/swap_hotkey.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import { inProfile } from '../../../../frame/profile.ts'
import type { DispatchWeight } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { constants } from '../constants.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { hotkeyExists, ownsHotkey } from '../hotkeys.ts'
import {
  exceedsTxRateLimit,
  lastRateLimitedBlock,
  markRateLimited,
  type RateLimitKey,
} from '../rate-limits.ts'
import { isZero } from '../staking/safe-float.ts'
import { nominators, totalHotkeyAlpha } from '../staking/stake-ledger.ts'
import { allNetuids, isSubnetAccount, ROOT_NETUID } from '../subnets/lookup.ts'
import { coldkeyBalance, recycleTao } from '../tao.ts'
import { DbCost } from './db-cost.ts'
import { type HotkeyPair, swapHotkeyLocks } from './hotkey-locks.ts'
import { swapHotkeyOnSubnet } from './hotkey-on-subnet.ts'

export interface HotkeySwap extends HotkeyPair {
  readonly coldkey: AccountId
  /** All subnets, when it is not given. */
  readonly netuid: number | undefined
  /** Leaves the stake behind the old hotkey. */
  readonly keepStake: boolean
}

const HOTKEY_CLOCKS = ['LastTxBlock', 'LastTxBlockDelegateTake', 'LastTxBlockChildKeyTake'] as const

const lastTxBlock = (coldkey: AccountId): RateLimitKey => ({ type: 'LastTxBlock', value: coldkey })

/**
 * @returns what the swap cost
 * @throws NonAssociatedColdKey             a hotkey is another coldkey's
 * @throws NewHotKeyIsSameWithOld
 * @throws HotKeySetTxRateLimitExceeded     the coldkey acted too recently
 * @throws HotKeyAlreadyRegisteredInSubNet  the new hotkey has a place already
 * @throws NewHotKeyNotCleanForRootSwap     the new hotkey has root stake or root claims
 * @throws HotKeySwapOnSubnetIntervalNotPassed
 * @throws NotEnoughBalanceToPaySwapHotKey, InsufficientBalance
 * @throws CannotUseSystemAccount           the new hotkey is a subnet's own account
 * @throws InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency
 */
export function swapHotkey(ctx: Ctx, swap: HotkeySwap): DispatchWeight {
  const cost = new DbCost()
  ensureMaySwap(ctx, swap)
  cost.add(4)
  for (const type of HOTKEY_CLOCKS) {
    const last = lastRateLimitedBlock(ctx, { type, value: swap.oldHotkey })
    ctx.storage.subtensor.lastRateLimitedBlock.set({ type, value: swap.newHotkey }, last)
  }
  cost.add(3, 3)
  if (swap.netuid === undefined) swapOnAll(ctx, swap, cost)
  else swapOnOne(ctx, swap, swap.netuid, cost)
  return cost.weight
}

function ensureMaySwap(ctx: Ctx, swap: HotkeySwap): void {
  const { coldkey, oldHotkey, newHotkey, netuid } = swap
  const s = ctx.storage.subtensor
  ensure(ownsHotkey(ctx, coldkey, oldHotkey), errors.NonAssociatedColdKey)
  const isFree = !hotkeyExists(ctx, newHotkey) || ownsHotkey(ctx, coldkey, newHotkey)
  ensure(isFree, errors.NonAssociatedColdKey)
  ensure(oldHotkey !== newHotkey, errors.NewHotKeyIsSameWithOld)
  const last = lastRateLimitedBlock(ctx, lastTxBlock(coldkey))
  const mustWait = exceedsTxRateLimit(ctx, last, s.txRateLimit.get())
  ensure(!mustWait, errors.HotKeySetTxRateLimitExceeded)

  // For one subnet the key's presence counts, also one that says "not a member".
  const isTaken =
    netuid === undefined
      ? s.isNetworkMember.entriesOf(newHotkey).some(([, isMember]) => isMember)
      : s.isNetworkMember.exists(newHotkey, netuid)
  ensure(!isTaken, errors.HotKeyAlreadyRegisteredInSubNet)
  if (netuid !== undefined && netuid !== ROOT_NETUID) return
  const isClean =
    s.rootClaimable.get(newHotkey).length === 0 &&
    totalHotkeyAlpha(ctx, newHotkey, ROOT_NETUID) === 0n &&
    s.rootClaimed.entriesOf(ROOT_NETUID, newHotkey).length === 0
  ensure(isClean, errors.NewHotKeyNotCleanForRootSwap)
}

/** @throws NotEnoughBalanceToPaySwapHotKey, InsufficientBalance */
function pay(ctx: Ctx, coldkey: AccountId, price: bigint): void {
  ensure(coldkeyBalance(ctx, coldkey) >= price, errors.NotEnoughBalanceToPaySwapHotKey)
  recycleTao(ctx, coldkey, price)
}

function intervalPassed(ctx: Ctx, last: bigint): boolean {
  const interval = inProfile(constants.hotkeySwapOnSubnetInterval.value, ctx.profile)
  return last + interval < BigInt(ctx.blockNumber)
}

// ---------------------------------------------------------------- one subnet

/** The old hotkey keeps its owner. A subnet that does not exist is not noticed. */
function swapOnOne(ctx: Ctx, swap: HotkeySwap, netuid: number, cost: DbCost): void {
  const { coldkey, oldHotkey, newHotkey, keepStake } = swap
  const { lastHotkeySwapOnNetuid, owner, ownedHotkeys } = ctx.storage.subtensor
  const isDue = intervalPassed(ctx, lastHotkeySwapOnNetuid.get(netuid, coldkey))
  ensure(isDue, errors.HotKeySwapOnSubnetIntervalNotPassed)
  ensure(!isSubnetAccount(newHotkey), errors.CannotUseSystemAccount)
  pay(ctx, coldkey, inProfile(constants.keySwapOnSubnetCost.value, ctx.profile))
  owner.set(newHotkey, coldkey)
  cost.add(7, 2)
  const owned = ownedHotkeys.get(coldkey)
  if (!owned.includes(newHotkey)) {
    ownedHotkeys.set(coldkey, [...owned, newHotkey])
    cost.add(1, 1)
  }
  swapHotkeyLocks(ctx, swap, [netuid], cost)
  swapHotkeyOnSubnet(ctx, swap, netuid, keepStake, cost)
  markRateLimited(ctx, lastTxBlock(coldkey))
  lastHotkeySwapOnNetuid.set(netuid, coldkey, BigInt(ctx.blockNumber))
  cost.add(0, 2)
  ctx.emit(events.HotkeySwappedOnSubnet, { coldkey, oldHotkey, newHotkey, netuid })
}

// ---------------------------------------------------------------- all subnets

function swapOnAll(ctx: Ctx, swap: HotkeySwap, cost: DbCost): void {
  const { coldkey, oldHotkey, newHotkey, keepStake } = swap
  const s = ctx.storage.subtensor
  const netuids = allNetuids(ctx)
  const affected = netuids.filter(
    (netuid) =>
      s.isNetworkMember.get(oldHotkey, netuid) || s.childKeys.get(oldHotkey, netuid).length > 0,
  )
  cost.add(2 * netuids.length + 1 + affected.length)
  for (const netuid of affected) {
    const last = s.lastHotkeySwapOnNetuid.get(netuid, coldkey)
    const isDue = last === 0n || intervalPassed(ctx, last)
    ensure(isDue, errors.HotKeySwapOnSubnetIntervalNotPassed)
  }
  pay(ctx, coldkey, inProfile(constants.keySwapCost.value, ctx.profile))
  cost.add(3, 2)

  swapHotkeyLocks(ctx, swap, netuids, cost)
  swapOwner(ctx, swap)
  cost.add(2, 2)
  const shares = nominators(ctx, oldHotkey)
  cost.add(shares.length)
  for (const netuid of netuids) swapHotkeyOnSubnet(ctx, swap, netuid, keepStake, cost)
  for (const type of HOTKEY_CLOCKS) s.lastRateLimitedBlock.remove({ type, value: oldHotkey })
  cost.add(3, 6)
  if (s.delegates.exists(oldHotkey)) {
    s.delegates.set(newHotkey, s.delegates.take(oldHotkey))
    cost.add(2, 2)
  }
  for (const { coldkey: staker, share } of keepStake ? [] : shares) {
    if (!isZero(share)) replaceInStaking(ctx, swap, staker, cost)
  }

  for (const netuid of affected) {
    s.lastHotkeySwapOnNetuid.set(netuid, coldkey, BigInt(ctx.blockNumber))
  }
  markRateLimited(ctx, lastTxBlock(coldkey))
  cost.add(0, affected.length + 1)
  ctx.emit(events.HotkeySwapped, { coldkey, oldHotkey, newHotkey })
}

/** The old hotkey is unknown from then on, even where stake stays on it. */
function swapOwner(ctx: Ctx, { coldkey, oldHotkey, newHotkey }: HotkeySwap): void {
  const { owner, ownedHotkeys } = ctx.storage.subtensor
  ensure(!isSubnetAccount(newHotkey), errors.CannotUseSystemAccount)
  owner.remove(oldHotkey)
  owner.set(newHotkey, coldkey)
  const owned = ownedHotkeys.get(coldkey)
  const known = owned.includes(newHotkey) ? owned : [...owned, newHotkey]
  ownedHotkeys.set(
    coldkey,
    known.filter((hotkey) => hotkey !== oldHotkey),
  )
}

/** The new hotkey goes to the end of the list. */
function replaceInStaking(ctx: Ctx, swap: HotkeySwap, staker: AccountId, cost: DbCost): void {
  const { stakingHotkeys } = ctx.storage.subtensor
  const { oldHotkey, newHotkey } = swap
  const known = stakingHotkeys.get(staker)
  cost.add(1)
  if (!known.includes(oldHotkey)) return
  const others = known.filter((hotkey) => hotkey !== oldHotkey && hotkey !== newHotkey)
  stakingHotkeys.set(staker, [...others, newHotkey])
  cost.add(0, 1)
}
