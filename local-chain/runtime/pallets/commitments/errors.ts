/**
 * Errors of Commitments, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 18, name: 'Commitments' },
  {
    TooManyFieldsInCommitmentInfo: 'A commitment has at most three fields. Leave some out.',
    AccountNotAllowedCommit: 'The hotkey is not registered on the subnet. Register it first.',
    SpaceLimitExceeded:
      "The hotkey used up its space on the subnet for this epoch. Wait for the subnet's next epoch or commit less.",
    UnexpectedUnreserveLeftover: 'The deposit could not be given back whole.',
  },
)
