/**
 * `Commitments.set_max_space`. Says how much an account may commit per subnet and epoch.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'

export const setMaxSpace = call({
  index: 2,
  docs: 'Says how many bytes an account may commit per subnet and epoch. Root only.',
  args: { newLimit: u32 },
  info: { weight: { refTime: 102_856_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { newLimit }) {
    ensureRoot(origin)
    ctx.storage.commitments.maxSpace.set(newLimit)
  },
})
