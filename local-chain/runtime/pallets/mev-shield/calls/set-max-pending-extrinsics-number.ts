/**
 * `MevShield.set_max_pending_extrinsics_number`. Root says how many calls may wait in the queue.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { events } from '../events.ts'

/** Origin: root. Emits `MaxPendingExtrinsicsNumberSet`. */
export const setMaxPendingExtrinsicsNumber = call({
  index: 3,
  docs: 'Root says how many encrypted calls may wait in the queue.',
  args: { value: u32 },
  info: { weight: { refTime: 104_206_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { value }) {
    ensureRoot(origin)
    ctx.storage.mevShield.maxPendingExtrinsicsLimit.set(value)
    ctx.emit(events.MaxPendingExtrinsicsNumberSet, { value })
  },
})
