/**
 * Children and parents of a hotkey follow it to its successor on one subnet.
 *
 * Source: ../shared/spec/subnets.md section 10, steps 4 and 5 (subtensor `staking/set_children.rs`).
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import {
  dropChild,
  dropParent,
  ensureChildList,
  type Relations,
  storedRelations,
  storeRelations,
} from '../children/relations.ts'
import { errors } from '../errors.ts'
import type { DbCost } from './db-cost.ts'
import type { HotkeyPair } from './hotkey-locks.ts'

/**
 * What the new hotkey had is replaced. The old one keeps an empty list of children.
 *
 * @throws InvalidChild  the new hotkey is a child or a parent of the old one
 * @throws ProportionOverflow, ChildParentInconsistency, TooManyChildren
 */
export function swapRelations(ctx: Ctx, pair: HotkeyPair, netuid: number, cost: DbCost): void {
  const { childKeys, parentKeys } = ctx.storage.subtensor
  const { oldHotkey, newHotkey } = pair
  const relations = storedRelations(ctx, oldHotkey, netuid)
  const { children, parents } = relations
  for (const [, child] of children) dropParent(ctx, child, netuid, oldHotkey)
  for (const [, parent] of parents) dropChild(ctx, parent, netuid, oldHotkey)
  childKeys.set(oldHotkey, netuid, [])
  parentKeys.remove(oldHotkey, netuid)
  const edges = children.length + parents.length
  cost.add(2 + edges, 2 + edges)

  const isRelated = [...children, ...parents].some(([, other]) => other === newHotkey)
  ensure(!isRelated, errors.InvalidChild)
  swapOwnPending(ctx, pair, netuid, relations, cost)
  const written = storeRelations(ctx, newHotkey, netuid, relations)
  cost.add(1 + written, 1 + written)
  renameInPending(ctx, pair, netuid, cost)
}

/** Children that the old hotkey announced. */
function swapOwnPending(
  ctx: Ctx,
  { oldHotkey, newHotkey }: HotkeyPair,
  netuid: number,
  { parents }: Relations,
  cost: DbCost,
): void {
  const { pendingChildKeys } = ctx.storage.subtensor
  if (!pendingChildKeys.exists(netuid, oldHotkey)) return
  const pending = pendingChildKeys.get(netuid, oldHotkey)
  ensureChildList(newHotkey, pending[0], parents)
  pendingChildKeys.remove(netuid, oldHotkey)
  pendingChildKeys.set(netuid, newHotkey, pending)
  cost.add(1, 2)
}

/** Others that announced the old hotkey as their child; the new one goes to the end of the list. */
function renameInPending(
  ctx: Ctx,
  { oldHotkey, newHotkey }: HotkeyPair,
  netuid: number,
  cost: DbCost,
): void {
  const { pendingChildKeys } = ctx.storage.subtensor
  for (const [hotkey, [children, cooldownBlock]] of pendingChildKeys.entriesOf(netuid)) {
    cost.add(1)
    const at = children.findIndex(([, child]) => child === oldHotkey)
    const found = children[at]
    if (found === undefined) continue
    const renamed = [...children.toSpliced(at, 1), [found[0], newHotkey] as const]
    pendingChildKeys.set(netuid, hotkey, [renamed, cooldownBlock])
    cost.add(1, 2)
  }
}
