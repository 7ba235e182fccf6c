/**
 * `Preimage.unnote_preimage`. Gives the deposit back and drops the bytes.
 *
 * @module
 */
import { ensureSignedOrRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { h256 } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { unnotePreimage as unnote } from '../preimages.ts'
import { UNNOTE_WEIGHT } from '../weights.ts'

/** Origin: who noted it, or root. Emits `Cleared` when the bytes go. @throws NotNoted, NotAuthorized */
export const unnotePreimage = call({
  index: 1,
  docs: 'Gives the deposit of a preimage back; the bytes go unless they are requested.',
  args: { hash: h256 },
  info: { weight: UNNOTE_WEIGHT },
  run(ctx: Ctx, origin, { hash }) {
    unnote(ctx, hash, ensureSignedOrRoot(origin))
  },
})
