/**
 * `Preimage.note_preimage`. Keeps bytes under their hash.
 *
 * @module
 */
import { ensureSignedOrRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { bytes } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { notePreimage as note } from '../preimages.ts'
import { noteWeight } from '../weights.ts'

/**
 * Origin: signed, for a deposit, or root. Free where the bytes are requested, and for root. Emits `Noted`.
 *
 * @throws TooBig, AlreadyNoted, Token.FundsUnavailable
 */
export const notePreimage = call({
  index: 0,
  docs: 'Keeps bytes under their hash, for a deposit of the signer.',
  args: { bytes },
  info: (_ctx: Ctx, args) => ({ weight: noteWeight(args.bytes.length) }),
  run(ctx: Ctx, origin, args) {
    const depositor = ensureSignedOrRoot(origin)
    const { requested } = note(ctx, args.bytes, depositor)
    return { paysFee: requested || depositor === undefined ? 'No' : 'Yes' }
  },
})
