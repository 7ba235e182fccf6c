/**
 * Coinbase 7.8: the alpha of an epoch becomes stake: owner cut, incentives, dividends, root
 * dividends. The order matters for the rounding of share pools.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.8 (subtensor `coinbase/run_coinbase.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import { U96F32 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { burnSubnetAlpha, recycleSubnetAlpha } from '../alpha.ts'
import { events } from '../events.ts'
import { distributeLeaseDividends } from '../leases/dividends.ts'
import { increaseRootClaimable } from '../root-claims/claimable.ts'
import { lockStake } from '../staking/lock-stake.ts'
import { lockOf } from '../staking/locks.ts'
import { increaseStake, increaseStakeForAll, type StakeChange } from '../staking/stake-ledger.ts'
import { proportionOfU16 } from './alpha-accrual.ts'

/** Amounts by hotkey, ascending by account. */
export type ByHotkey<T> = readonly (readonly [hotkey: AccountId, amount: T])[]

/**
 * Stakes the owner's cut, and pays the contributors of a leased subnet from it. Without an owner or
 * owner hotkey nobody gets it.
 */
export function payOwnerCut(ctx: Ctx, netuid: number, amount: bigint): void {
  const { subnetOwner, subnetOwnerHotkey } = ctx.storage.subtensor
  if (!subnetOwner.exists(netuid) || !subnetOwnerHotkey.exists(netuid)) return
  const hotkey = subnetOwnerHotkey.get(netuid)
  const coldkey = subnetOwner.get(netuid)
  increaseStake(ctx, { hotkey, coldkey, netuid, amount })
  const leaseId = ctx.storage.subtensor.subnetUidToLeaseId.get(netuid)
  if (leaseId !== undefined) distributeLeaseDividends(ctx, leaseId, amount)
  if (ctx.storage.subtensor.ownerCutAutoLockEnabled.get(netuid)) {
    lockOwnerCut(ctx, { hotkey, coldkey, netuid, amount })
  }
}

/** Locks the cut on the hotkey of the owner's lock, or on the owner hotkey. A refusal is no matter. */
function lockOwnerCut(ctx: Ctx, cut: StakeChange): void {
  const hotkey = lockOf(ctx, cut.coldkey, cut.netuid)?.hotkey ?? cut.hotkey
  try {
    ctx.transaction(() => lockStake(ctx, { ...cut, hotkey }))
  } catch (error) {
    if (!(error instanceof DispatchFailure)) throw error
  }
}

/** Hotkeys of the subnet's owner that hold a uid: what they earn as miners is withheld. */
function ownerHotkeys(ctx: Ctx, netuid: number): Set<AccountId> {
  const { ownedHotkeys, subnetOwner, subnetOwnerHotkey, uids } = ctx.storage.subtensor
  const hotkeys = new Set<AccountId>()
  for (const hotkey of ownedHotkeys.get(subnetOwner.get(netuid))) {
    if (uids.exists(netuid, hotkey)) hotkeys.add(hotkey)
  }
  const ownerHotkey = subnetOwnerHotkey.exists(netuid) ? subnetOwnerHotkey.get(netuid) : undefined
  if (ownerHotkey !== undefined && uids.exists(netuid, ownerHotkey)) hotkeys.add(ownerHotkey)
  return hotkeys
}

/** Stakes what miners earned, and notes how much of it was withheld from the owner's hotkeys. */
export function payIncentives(ctx: Ctx, netuid: number, incentives: ByHotkey<bigint>): void {
  const { autoStakeDestination, minerBurned, owner, recycleOrBurn } = ctx.storage.subtensor
  const withheldFrom = ownerHotkeys(ctx, netuid)
  let total = 0n
  let withheld = 0n
  for (const [hotkey, incentive] of incentives) {
    total = saturatingAddU64(total, incentive)
    if (withheldFrom.has(hotkey)) {
      if (recycleOrBurn.get(netuid) === 'Recycle') recycleSubnetAlpha(ctx, netuid, incentive)
      else burnSubnetAlpha(ctx, netuid, incentive)
      withheld = saturatingAddU64(withheld, incentive)
      continue
    }
    const coldkey = owner.get(hotkey)
    const destination = autoStakeDestination.get(coldkey, netuid)
    if (destination !== undefined) {
      const event = { netuid, destination, hotkey, owner: coldkey, incentive }
      ctx.emit(events.AutoStakeAdded, event)
    }
    increaseStake(ctx, { hotkey: destination ?? hotkey, coldkey, netuid, amount: incentive })
  }
  minerBurned.set(netuid, U96F32.safeDiv(U96F32.fromNum(withheld), U96F32.fromNum(total)))
}

/** The delegate's part of an amount, and the rest, rao. */
function splitTake(ctx: Ctx, hotkey: AccountId, amount: U96F32): { take: bigint; rest: bigint } {
  const take = U96F32.saturatingMul(
    proportionOfU16(ctx.storage.subtensor.delegates.get(hotkey)),
    amount,
  )
  return { take: U96F32.toU64(take), rest: U96F32.toU64(U96F32.saturatingSub(amount, take)) }
}

/** Stakes the take with the hotkey's owner and raises the stake of all its nominators by the rest. */
export function payDividends(ctx: Ctx, netuid: number, dividends: ByHotkey<U96F32>): void {
  const { alphaDividendsPerSubnet, owner, totalHotkeyAlpha, totalHotkeyAlphaLastEpoch } =
    ctx.storage.subtensor
  alphaDividendsPerSubnet.clearOf(netuid)
  for (const [hotkey, amount] of dividends) {
    const { rest, take } = splitTake(ctx, hotkey, amount)
    increaseStake(ctx, { hotkey, coldkey: owner.get(hotkey), netuid, amount: take })
    increaseStakeForAll(ctx, hotkey, netuid, rest)
    const before = alphaDividendsPerSubnet.get(netuid, hotkey)
    alphaDividendsPerSubnet.set(netuid, hotkey, saturatingAddU64(before, rest))
    totalHotkeyAlphaLastEpoch.set(hotkey, netuid, totalHotkeyAlpha.get(hotkey, netuid))
  }
}

/** Stakes the take of root dividends and makes the rest claimable. Entries are made also for 0. */
export function payRootDividends(ctx: Ctx, netuid: number, dividends: ByHotkey<U96F32>): void {
  const { owner, rootAlphaDividendsPerSubnet } = ctx.storage.subtensor
  rootAlphaDividendsPerSubnet.clearOf(netuid)
  for (const [hotkey, amount] of dividends) {
    const { rest, take } = splitTake(ctx, hotkey, amount)
    increaseStake(ctx, { hotkey, coldkey: owner.get(hotkey), netuid, amount: take })
    increaseRootClaimable(ctx, hotkey, netuid, rest)
    const before = rootAlphaDividendsPerSubnet.get(netuid, hotkey)
    rootAlphaDividendsPerSubnet.set(netuid, hotkey, saturatingAddU64(before, rest))
  }
}
