/**
 * `System.remark_with_event`: a remark that leaves its hash in an event.
 *
 * @module
 */
import { blake2b256Hex } from '../../../../../src/primitives/hash.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { bytes } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { events } from '../events.ts'

export const remarkWithEvent = call({
  index: 7,
  docs: 'Puts bytes into the block and their blake2b-256 hash into an event.',
  args: { remark: bytes },
  info: (_ctx: Ctx, { remark }) => ({
    weight: { refTime: 4_725_000n + 12_386n * BigInt(remark.length), proofSize: 0n },
  }),
  run(ctx: Ctx, origin, { remark }) {
    const sender = ensureSigned(origin)
    ctx.emit(events.Remarked, { sender, hash: blake2b256Hex(remark) })
  },
})
