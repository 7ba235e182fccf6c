/**
 * Errors of Preimage, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 14, name: 'Preimage' },
  {
    TooBig: 'A preimage has at most 4 MiB. Make it shorter.',
    AlreadyNoted: 'The preimage is there already. Use it as it is.',
    NotAuthorized: 'Only the account that noted the preimage, or root, may remove it.',
    NotNoted: 'There is no preimage of this hash. Look at the hash.',
    Requested: 'The preimage is requested and cannot be removed. Unrequest it first.',
    NotRequested: 'Nobody requested the preimage. Request it first.',
    TooMany: 'One call takes at most 1,024 hashes. Split it.',
    TooFew: 'The call names no hash. Name one.',
  },
)
