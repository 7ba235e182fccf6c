/**
 * `MevShield.set_max_extrinsic_weight`. Root says what one call of the queue may cost.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { u64 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { ALLOWED_WEIGHT_MAX } from '../constants.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'

/** Origin: root. Emits `MaxExtrinsicWeightSet`. @throws WeightExceedsAbsoluteMax */
export const setMaxExtrinsicWeight = call({
  index: 6,
  docs: 'Root says how many picoseconds one call of the queue may take.',
  args: { value: u64 },
  info: { weight: { refTime: 104_227_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { value }) {
    ensureRoot(origin)
    ensure(value <= ALLOWED_WEIGHT_MAX, errors.WeightExceedsAbsoluteMax)
    ctx.storage.mevShield.maxExtrinsicWeight.set(value)
    ctx.emit(events.MaxExtrinsicWeightSet, { value })
  },
})
