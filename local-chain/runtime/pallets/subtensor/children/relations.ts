/**
 * Children of a hotkey on a subnet: the lists of both sides, kept mirrored.
 *
 * Source: ../shared/spec/staking.md section 12 "Applying" (subtensor `staking/set_children.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { U64_MAX } from '../../../u64.ts'

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
  const { childKeys, parentKeys } = ctx.storage.subtensor
  const children = normalized(hotkey, wanted)
  const parents = normalized(hotkey, parentKeys.get(hotkey, netuid))
  const isParent = new Set(parents.map(([, parent]) => parent))
  if (!fits(children) || children.some(([, child]) => isParent.has(child))) return false

  const kept = new Set(children.map(([, child]) => child))
  for (const [, old] of childKeys.get(hotkey, netuid)) {
    if (old === hotkey || kept.has(old)) continue
    const rest = parentKeys.get(old, netuid).filter(([, parent]) => parent !== hotkey)
    setParents(ctx, old, netuid, rest)
  }
  for (const [share, child] of children) {
    setParents(ctx, child, netuid, upserted(parentKeys.get(child, netuid), [share, hotkey]))
  }
  setChildren(ctx, hotkey, netuid, children)
  setParents(ctx, hotkey, netuid, parents)
  for (const [share, parent] of parents) {
    setChildren(ctx, parent, netuid, upserted(childKeys.get(parent, netuid), [share, hotkey]))
  }
  return true
}
