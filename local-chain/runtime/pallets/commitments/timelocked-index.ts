/**
 * The set of commitments that wait for a pulse of the beacon, ordered by netuid and account.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../context.ts'

export type Entry = readonly [netuid: number, who: AccountId]

/** Puts an account in or takes it out. The set is written either way, also when it stays empty. */
export function writeIndexed(ctx: Ctx, [netuid, who]: Entry, waits: boolean): void {
  const { timelockedIndex } = ctx.storage.commitments
  const others = timelockedIndex.get().filter(([of, account]) => of !== netuid || account !== who)
  timelockedIndex.set(waits ? [...others, [netuid, who] as const].sort(inOrder) : others)
}

function inOrder([netuidA, a]: Entry, [netuidB, b]: Entry): number {
  if (netuidA !== netuidB) return netuidA - netuidB
  return a < b ? -1 : a > b ? 1 : 0
}
