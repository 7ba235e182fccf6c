/**
 * `Preimage.unrequest_preimage`. Root takes a request back.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { h256 } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { unrequestPreimage as unrequest } from '../preimages.ts'
import { UNREQUEST_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Cleared` when the bytes go. @throws NotRequested */
export const unrequestPreimage = call({
  index: 3,
  docs: 'Root takes a request for a preimage back.',
  args: { hash: h256 },
  info: { weight: UNREQUEST_WEIGHT },
  run(ctx: Ctx, origin, { hash }) {
    ensureRoot(origin)
    unrequest(ctx, hash)
  },
})
