/**
 * Errors of Utility, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 11, name: 'Utility' },
  {
    TooManyCalls: 'The batch holds more calls than allowed. Split it.',
    InvalidDerivedAccount: 'The derived account could not be computed.',
  },
)
