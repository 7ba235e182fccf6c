/**
 * `Preimage.ensure_updated`. Moves statuses of older runtimes; there are none here.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { vec } from '../../../../frame/types/combinators.ts'
import { h256 } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { ENSURE_UPDATED_MAX } from '../constants.ts'
import { errors } from '../errors.ts'
import { ensureUpdatedWeight } from '../weights.ts'

/**
 * Origin: signed. It would be free if most of the hashes had an old status; no chain of ours has one.
 *
 * @throws TooFew, TooMany
 */
export const ensureUpdated = call({
  index: 4,
  docs: 'Moves the statuses of preimages to their present form. Nothing here has an older one.',
  args: { hashes: vec(h256) },
  info: (_ctx: Ctx, { hashes }) => ({ weight: ensureUpdatedWeight(hashes.length) }),
  run(_ctx: Ctx, origin, { hashes }) {
    ensureSigned(origin)
    ensure(hashes.length > 0, errors.TooFew)
    ensure(hashes.length <= ENSURE_UPDATED_MAX, errors.TooMany)
    return { paysFee: 'Yes' }
  },
})
