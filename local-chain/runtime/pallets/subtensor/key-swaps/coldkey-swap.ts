/**
 * Everything that a coldkey holds goes to another one.
 *
 * Source: ../shared/spec/subnets.md section 11 "do swap" (subtensor `swap/swap_coldkey.rs`). Not moved,
 * as on the chain: proxies, multisigs, crowdloans, leases, EVM keys, the root claim type.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { hotkeyExists } from '../hotkeys.ts'
import { markRateLimited } from '../rate-limits.ts'
import { addStakingColdkey, removeStakingColdkey } from '../root-claims/coldkey-index.ts'
import { moveRootClaimed } from '../root-claims/transfer.ts'
import { decreaseStake, increaseStake, stakeOf } from '../staking/stake-ledger.ts'
import { allNetuids, ROOT_NETUID } from '../subnets/lookup.ts'
import { coldkeyBalance, transferTao } from '../tao.ts'
import { swapColdkeyLocks } from './coldkey-locks.ts'

/**
 * @throws ColdKeyAlreadyAssociated  the new coldkey stakes with hotkeys already
 * @throws NewColdKeyIsHotkey        it is a known hotkey
 * @throws ActiveLockExists          it has locked alpha
 */
export function swapColdkey(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId): void {
  const { stakingHotkeys, subnetOwner } = ctx.storage.subtensor
  ensure(stakingHotkeys.get(newColdkey).length === 0, errors.ColdKeyAlreadyAssociated)
  ensure(!hotkeyExists(ctx, newColdkey), errors.NewColdKeyIsHotkey)
  moveIdentity(ctx, oldColdkey, newColdkey)
  for (const netuid of allNetuids(ctx)) {
    if (subnetOwner.get(netuid) === oldColdkey) subnetOwner.set(netuid, newColdkey)
    moveAutoStake(ctx, netuid, oldColdkey, newColdkey)
    moveStake(ctx, netuid, oldColdkey, newColdkey)
    if (netuid === ROOT_NETUID) removeStakingColdkey(ctx, oldColdkey)
  }
  appendList(stakingHotkeys, oldColdkey, newColdkey)
  moveOwnedHotkeys(ctx, oldColdkey, newColdkey)
  swapColdkeyLocks(ctx, oldColdkey, newColdkey)
  const balance = coldkeyBalance(ctx, oldColdkey)
  if (balance > 0n) transferTao(ctx, oldColdkey, newColdkey, balance)
  markRateLimited(ctx, { type: 'LastTxBlock', value: newColdkey })
  ctx.emit(events.ColdkeySwapped, { oldColdkey, newColdkey })
}

/** An identity of the new coldkey stays, and the old one then too. */
function moveIdentity(ctx: Ctx, oldColdkey: AccountId, newColdkey: AccountId): void {
  const { identitiesV2 } = ctx.storage.subtensor
  const identity = identitiesV2.get(oldColdkey)
  if (identity === undefined || identitiesV2.exists(newColdkey)) return
  identitiesV2.set(newColdkey, identity)
  identitiesV2.remove(oldColdkey)
}

function moveAutoStake(ctx: Ctx, netuid: number, from: AccountId, to: AccountId): void {
  const { autoStakeDestination, autoStakeDestinationColdkeys } = ctx.storage.subtensor
  const hotkey = autoStakeDestination.take(from, netuid)
  if (hotkey === undefined) return
  autoStakeDestination.set(to, netuid, hotkey)
  const others = autoStakeDestinationColdkeys
    .get(hotkey, netuid)
    .filter((coldkey) => coldkey !== from && coldkey !== to)
  autoStakeDestinationColdkeys.set(hotkey, netuid, [...others, to])
}

/** Root claims follow only where the new coldkey ends up with stake on that subnet itself. */
function moveStake(ctx: Ctx, netuid: number, from: AccountId, to: AccountId): void {
  for (const hotkey of ctx.storage.subtensor.stakingHotkeys.get(from)) {
    const old = { hotkey, coldkey: from, netuid }
    const moved = { hotkey, coldkey: to, netuid }
    const amount = stakeOf(ctx, old)
    decreaseStake(ctx, { ...old, amount })
    increaseStake(ctx, { ...moved, amount })
    if (stakeOf(ctx, moved) === 0n) continue
    moveRootClaimed(ctx, old, moved)
    if (netuid === ROOT_NETUID) addStakingColdkey(ctx, to)
  }
}

function moveOwnedHotkeys(ctx: Ctx, from: AccountId, to: AccountId): void {
  const { owner, ownedHotkeys } = ctx.storage.subtensor
  for (const hotkey of ownedHotkeys.get(from)) owner.set(hotkey, to)
  appendList(ownedHotkeys, from, to)
}

/**
 * Appends what the new coldkey's list lacks; written also when it stays empty. For StakingHotkeys the
 * hotkeys whose stake moved are there already, in the order of the moves, subnet by subnet.
 */
function appendList(
  lists: Ctx['storage']['subtensor']['ownedHotkeys'],
  from: AccountId,
  to: AccountId,
): void {
  const moved = lists.take(from)
  const own = lists.get(to)
  lists.set(to, [...own, ...moved.filter((hotkey) => !own.includes(hotkey))])
}
