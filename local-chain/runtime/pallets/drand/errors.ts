/**
 * Errors of Drand, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 26, name: 'Drand' },
  {
    NoneValue: 'None value.',
    StorageOverflow: 'Storage overflow.',
    DrandConnectionFailure: 'Drand connection failure.',
    UnverifiedPulse: 'Unverified pulse.',
    InvalidRoundNumber: 'Invalid round number.',
    PulseVerificationError: 'Pulse verification error.',
  },
)
