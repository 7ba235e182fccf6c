/**
 * A hotkey that says it changed gives up the bonds that others hold in it.
 *
 * Source: ../shared/spec/yuma.md section 8 (subtensor `epoch/run_epoch.rs` `do_reset_bonds`),
 * subnets.md section 17.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { U16Pairs } from '../../../../frame/u16-pairs.ts'
import type { Ctx } from '../../../context.ts'
import { mechanismIndices } from './slots.ts'

/** Drops the hotkey's column from the bonds of every mechanism, where the subnet allows it. */
export function resetBonds(ctx: Ctx, netuid: number, hotkey: AccountId): void {
  const { bonds, bondsResetOn, uids } = ctx.storage.subtensor
  const uid = uids.get(netuid, hotkey)
  if (uid === undefined || !bondsResetOn.get(netuid)) return
  for (const index of mechanismIndices(ctx, netuid)) {
    for (const [from, row] of bonds.entriesOf(index)) {
      bonds.set(index, from, U16Pairs.of([...row].filter(([target]) => target !== uid)))
    }
  }
}
