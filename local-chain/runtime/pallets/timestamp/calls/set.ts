/**
 * `Timestamp.set`: the inherent that stamps the block.
 *
 * @module
 */
import { ensureNone } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact, named } from '../../../../frame/types/combinators.ts'
import { u64 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { slotDuration } from '../../aura/constants.ts'
import { minimumPeriod } from '../constants.ts'

export const set = call({
  index: 0,
  docs: 'Sets the time of the block in milliseconds. The block author includes it once, first.',
  args: { now: named('T::Moment', compact(u64)) },
  info: { weight: { refTime: 153_816_000n, proofSize: 1_493n }, class: 'Mandatory' },
  run(ctx: Ctx, origin, args) {
    ensureNone(origin)
    // Whoever builds the block supplies a time that fits, so what follows are faults of the builder.
    const { now, didUpdate } = ctx.storage.timestamp
    if (didUpdate.get()) throw new Error('the block has Timestamp.set twice')
    const previous = now.get()
    if (previous !== 0n && args.now < previous + minimumPeriod(ctx.profile)) {
      throw new Error(`time ${args.now} is too close to ${previous}`)
    }
    now.set(args.now)
    didUpdate.set(true)
    const slot = ctx.storage.aura.currentSlot.get()
    if (slot !== args.now / slotDuration(ctx.profile)) {
      throw new Error(`time ${args.now} is not in slot ${slot}`)
    }
  },
})
