/**
 * Children of a hotkey on a subnet: the lists of both sides, kept mirrored.
 *
 * Source: ../shared/spec/staking.md section 12 "Applying" (subtensor `staking/set_children.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { U64_MAX } from '../../../u64.ts'
import { errors } from '../errors.ts'

/** A share of 2^64 - 1 and the hotkey at the other end. */
export type Relation = readonly [share: bigint, hotkey: AccountId]

/** By account, the last of duplicates, without the hotkey itself. */
function normalized(hotkey: AccountId, relations: readonly Relation[]): Relation[] {
  const byHotkey = new Map<AccountId, bigint>()
  for (const [share, other] of relations) if (other !== hotkey) byHotkey.set(other, share)
  return [...byHotkey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([other, share]) => [share, other])
}

/** Whether a list gives away no more than everything. */
function fits(relations: readonly Relation[]): boolean {
  let sum = 0n
  for (const [share] of relations) sum += share
  return sum <= U64_MAX
}

/** The list with one relation put in place, or appended. */
function upserted(relations: readonly Relation[], relation: Relation): Relation[] {
  const at = relations.findIndex(([, hotkey]) => hotkey === relation[1])
  return at === -1 ? [...relations, relation] : relations.with(at, relation)
}

function setChildren(ctx: Ctx, hotkey: AccountId, netuid: number, list: readonly Relation[]): void {
  const { childKeys } = ctx.storage.subtensor
  if (list.length === 0) childKeys.remove(hotkey, netuid)
  else childKeys.set(hotkey, netuid, list)
}

function setParents(ctx: Ctx, hotkey: AccountId, netuid: number, list: readonly Relation[]): void {
  const { parentKeys } = ctx.storage.subtensor
  if (list.length === 0) parentKeys.remove(hotkey, netuid)
  else parentKeys.set(hotkey, netuid, list)
}

/** The children and parents of a hotkey, each by account and without the hotkey itself. */
export interface Relations {
  readonly children: readonly Relation[]
  readonly parents: readonly Relation[]
}

function areDisjoint({ children, parents }: Relations): boolean {
  const isParent = new Set(parents.map(([, parent]) => parent))
  return !children.some(([, child]) => isParent.has(child))
}

/**
 * The relations that are stored for a hotkey.
 *
 * @throws ProportionOverflow        the children together have more than a whole
 * @throws ChildParentInconsistency  a child is also a parent
 */
export function storedRelations(ctx: Ctx, hotkey: AccountId, netuid: number): Relations {
  const { childKeys, parentKeys } = ctx.storage.subtensor
  const children = normalized(hotkey, childKeys.get(hotkey, netuid))
  const parents = normalized(hotkey, parentKeys.get(hotkey, netuid))
  ensureConsistent({ children, parents })
  return { children, parents }
}

/** Children that a hotkey may have on a subnet. */
const CHILDREN_MAX = 5

/**
 * Whether a list may become the children of a hotkey with these parents.
 *
 * @throws InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency
 */
export function ensureChildList(
  hotkey: AccountId,
  children: readonly Relation[],
  parents: readonly Relation[],
): void {
  ensure(!children.some(([, child]) => child === hotkey), errors.InvalidChild)
  ensure(children.length <= CHILDREN_MAX, errors.TooManyChildren)
  ensureConsistent({ children, parents })
}

function ensureConsistent(relations: Relations): void {
  ensure(fits(relations.children), errors.ProportionOverflow)
  ensure(areDisjoint(relations), errors.ChildParentInconsistency)
}

/**
 * Replaces children and parents of a hotkey and mends the lists at the other ends.
 *
 * @returns how many lists of other hotkeys were written
 */
export function storeRelations(
  ctx: Ctx,
  hotkey: AccountId,
  netuid: number,
  { children, parents }: Relations,
): number {
  const { childKeys, parentKeys } = ctx.storage.subtensor
  const droppedChildren = dropped(hotkey, childKeys.get(hotkey, netuid), children)
  for (const old of droppedChildren) dropParent(ctx, old, netuid, hotkey)
  for (const [share, child] of children) {
    setParents(ctx, child, netuid, upserted(parentKeys.get(child, netuid), [share, hotkey]))
  }
  setChildren(ctx, hotkey, netuid, children)
  const droppedParents = dropped(hotkey, parentKeys.get(hotkey, netuid), parents)
  setParents(ctx, hotkey, netuid, parents)
  for (const old of droppedParents) dropChild(ctx, old, netuid, hotkey)
  for (const [share, parent] of parents) {
    setChildren(ctx, parent, netuid, upserted(childKeys.get(parent, netuid), [share, hotkey]))
  }
  return droppedChildren.length + children.length + droppedParents.length + parents.length
}

/** Hotkeys at the other ends that a new list does not name any more. */
function dropped(
  hotkey: AccountId,
  before: readonly Relation[],
  after: readonly Relation[],
): AccountId[] {
  const kept = new Set(after.map(([, other]) => other))
  return normalized(hotkey, before).flatMap(([, other]) => (kept.has(other) ? [] : [other]))
}

/** Takes a hotkey out of the parents of another. */
export function dropParent(ctx: Ctx, of: AccountId, netuid: number, parent: AccountId): void {
  const list = ctx.storage.subtensor.parentKeys.get(of, netuid)
  setParents(
    ctx,
    of,
    netuid,
    list.filter(([, other]) => other !== parent),
  )
}

/** Takes a hotkey out of the children of another. */
export function dropChild(ctx: Ctx, of: AccountId, netuid: number, child: AccountId): void {
  const list = ctx.storage.subtensor.childKeys.get(of, netuid)
  setChildren(
    ctx,
    of,
    netuid,
    list.filter(([, other]) => other !== child),
  )
}

/**
 * Replaces the children of a hotkey and mends the lists at the other ends.
 *
 * @returns false, without any change, when the shares exceed a whole or a child is also a parent
 */
export function applyChildren(
  ctx: Ctx,
  hotkey: AccountId,
  netuid: number,
  wanted: readonly Relation[],
): boolean {
  const children = normalized(hotkey, wanted)
  const parents = normalized(hotkey, ctx.storage.subtensor.parentKeys.get(hotkey, netuid))
  if (!fits(children) || !areDisjoint({ children, parents })) return false
  storeRelations(ctx, hotkey, netuid, { children, parents })
  return true
}
