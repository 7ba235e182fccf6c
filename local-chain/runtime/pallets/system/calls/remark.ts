/**
 * `System.remark`: bytes that stay in the block and change nothing.
 *
 * @module
 */
import { call } from '../../../../frame/pallet.ts'
import { bytes } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'

export const remark = call({
  index: 0,
  docs: 'Puts bytes into the block. Nothing is stored and any origin may do it.',
  args: { remark: bytes },
  info: (_ctx: Ctx, { remark }) => ({
    weight: { refTime: 1_586_000n + 10_920n * BigInt(remark.length), proofSize: 0n },
  }),
  run() {},
})
