/**
 * Errors of Utility, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 11, name: 'Utility' },
  {
    TooManyCalls: 'Too many calls.',
    InvalidDerivedAccount: 'Invalid derived account.',
  },
)
