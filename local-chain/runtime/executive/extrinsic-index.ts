/**
 * Which extrinsic of the block is running.
 *
 * Source: frame_system `extrinsic_index`.
 *
 * @module
 */
import type { Context } from '../../frame/context.ts'

/** Position in the block; 0 also for what runs before or after the extrinsics. */
export function extrinsicIndex(ctx: Context): number {
  const { phase } = ctx.events
  return phase.type === 'ApplyExtrinsic' ? phase.value : 0
}
