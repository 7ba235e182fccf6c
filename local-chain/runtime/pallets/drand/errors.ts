/**
 * Errors of Drand, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 26, name: 'Drand' },
  {
    NoneValue: 'A value that must be there is missing.',
    StorageOverflow: 'A counter is at its maximum.',
    DrandConnectionFailure: 'The beacon could not be reached. Try again.',
    UnverifiedPulse: 'The pulse was not verified. Submit a signed one.',
    InvalidRoundNumber: 'The round is not later than the last stored one. Submit a newer pulse.',
    PulseVerificationError:
      'The signature of the pulse could not be checked. Submit a well-formed one.',
  },
)
