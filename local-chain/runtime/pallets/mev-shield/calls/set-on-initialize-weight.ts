/**
 * `MevShield.set_on_initialize_weight`. Root says what the queue may cost in a block.
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

/** Origin: root. Emits `OnInitializeWeightSet`. @throws WeightExceedsAbsoluteMax */
export const setOnInitializeWeight = call({
  index: 4,
  docs: 'Root says how many picoseconds of a block the queue may take.',
  args: { value: u64 },
  info: { weight: { refTime: 104_327_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { value }) {
    ensureRoot(origin)
    ensure(value <= ALLOWED_WEIGHT_MAX, errors.WeightExceedsAbsoluteMax)
    ctx.storage.mevShield.onInitializeWeight.set(value)
    ctx.emit(events.OnInitializeWeightSet, { value })
  },
})
