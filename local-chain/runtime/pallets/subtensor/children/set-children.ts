/**
 * Announcing the children of a hotkey: checks, and whether they come into force now or later.
 *
 * Source: ../shared/spec/staking.md section 12 (subtensor `staking/set_children.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { ownsHotkey } from '../hotkeys.ts'
import { hasPassed, lastTransactionBlock, markTransaction, transactionKey } from '../rate-limits.ts'
import { totalStakeOfHotkey } from '../staking/totals.ts'
import { ROOT_NETUID, subnetExists } from '../subnets/lookup.ts'
import { applyChildren, ensureChildList, type Relation, storedRelations } from './relations.ts'

/** Blocks between two announcements for the same hotkey and subnet. */
const SET_CHILDREN_LIMIT = 150n

export interface ChildrenAnnouncement {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
  readonly netuid: number
  readonly children: readonly Relation[]
}

/** Sets the children at once on a subnet that has not started, else after the cooldown. */
export function setChildren(ctx: Ctx, announcement: ChildrenAnnouncement): void {
  const { hotkey, netuid, children } = announcement
  ensureMayAnnounce(ctx, announcement)
  markTransaction(ctx, hotkey, netuid, transactionKey.SetChildren)

  const s = ctx.storage.subtensor
  if (!s.subtokenEnabled.get(netuid)) {
    if (applyChildren(ctx, hotkey, netuid, children)) {
      ctx.emit(events.SetChildren, [hotkey, netuid, children])
    }
    return
  }
  const cooldownBlock = saturatingAddU64(BigInt(ctx.blockNumber), s.pendingChildKeyCooldown.get())
  s.pendingChildKeys.set(netuid, hotkey, [children, cooldownBlock])
  ctx.emit(events.SetChildrenScheduled, [hotkey, netuid, cooldownBlock, children])
}

function ensureMayAnnounce(ctx: Ctx, announcement: ChildrenAnnouncement): void {
  const { coldkey, hotkey, netuid, children } = announcement
  const s = ctx.storage.subtensor
  const last = lastTransactionBlock(ctx, hotkey, netuid, transactionKey.SetChildren)
  if (!hasPassed(ctx, last, SET_CHILDREN_LIMIT)) throw errors.TxRateLimitExceeded
  if (netuid === ROOT_NETUID) throw errors.RegistrationNotPermittedOnRootSubnet
  if (!subnetExists(ctx, netuid)) throw errors.SubnetNotExists
  if (!ownsHotkey(ctx, coldkey, hotkey)) throw errors.NonAssociatedColdKey

  const named = new Set(children.map(([, child]) => child))
  if (named.size !== children.length) throw errors.DuplicateChild
  const { parents } = storedRelations(ctx, hotkey, netuid)
  ensureChildList(hotkey, children, parents)

  const isOwnerHotkey =
    s.subnetOwnerHotkey.exists(netuid) && s.subnetOwnerHotkey.get(netuid) === hotkey
  if (children.length === 0 || isOwnerHotkey) return
  if (totalStakeOfHotkey(ctx, hotkey) < s.stakeThreshold.get()) {
    throw errors.NotEnoughStakeToSetChildkeys
  }
}
