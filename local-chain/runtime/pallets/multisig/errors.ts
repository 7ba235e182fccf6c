/**
 * Errors of Multisig, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 13, name: 'Multisig' },
  {
    MinimumThreshold: 'The threshold is below two. For one approval there is as_multi_threshold_1.',
    AlreadyApproved: 'The signer approved the operation already. Others must now.',
    NoApprovalsNeeded: 'The operation has all the approvals that it needs. Execute it.',
    TooFewSignatories: 'The list of other signatories is empty. Name them.',
    TooManySignatories: 'A multisig has at most 100 signatories. Name fewer.',
    SignatoriesOutOfOrder: 'The other signatories are not in order of their bytes. Sort them.',
    SenderInSignatories: 'The signer is among the other signatories. Leave it out.',
    NotFound: 'There is no such operation. Look at threshold, signatories and hash.',
    NotOwner: 'Only the account that began the operation may do this.',
    NoTimepoint: 'The operation has begun: name the block and extrinsic in which it did.',
    WrongTimepoint: 'The operation began in another block or extrinsic. Name that one.',
    UnexpectedTimepoint: 'The operation has not begun. Leave the timepoint out.',
    MaxWeightTooLow: 'The call weighs more than the limit given. Raise the limit.',
    AlreadyStored: 'The call is stored already.',
  },
)
