/**
 * `MevShield.set_stored_extrinsic_lifetime`. Root says how long a call may wait in the queue.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { events } from '../events.ts'

/** Origin: root. Emits `ExtrinsicLifetimeSet`. */
export const setStoredExtrinsicLifetime = call({
  index: 5,
  docs: 'Root says for how many blocks an encrypted call may wait in the queue.',
  args: { value: u32 },
  info: { weight: { refTime: 104_116_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { value }) {
    ensureRoot(origin)
    ctx.storage.mevShield.extrinsicLifetime.set(value)
    ctx.emit(events.ExtrinsicLifetimeSet, { value })
  },
})
