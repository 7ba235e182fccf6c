/**
 * `Drand.set_oldest_stored_round`. Says where pruning goes on.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { u64 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { events } from '../events.ts'

export const setOldestStoredRound = call({
  index: 2,
  docs: 'Says which round is the oldest stored one, where pruning goes on. Root only.',
  args: { oldestRound: u64 },
  info: { weight: { refTime: 105_370_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { oldestRound }) {
    ensureRoot(origin)
    ctx.storage.drand.oldestStoredRound.set(oldestRound)
    ctx.emit(events.SetOldestStoredRound, oldestRound)
  },
})
