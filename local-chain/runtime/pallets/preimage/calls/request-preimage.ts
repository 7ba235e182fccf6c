/**
 * `Preimage.request_preimage`. Root asks that a preimage stays or comes.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { h256 } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { requestPreimage as request } from '../preimages.ts'
import { REQUEST_WEIGHT } from '../weights.ts'

/** Origin: root. Emits `Requested` for the first request. */
export const requestPreimage = call({
  index: 2,
  docs: 'Root asks that a preimage stays, or comes.',
  args: { hash: h256 },
  info: { weight: REQUEST_WEIGHT },
  run(ctx: Ctx, origin, { hash }) {
    ensureRoot(origin)
    request(ctx, hash)
  },
})
