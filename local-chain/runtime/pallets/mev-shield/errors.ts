/**
 * Errors of MevShield, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 30, name: 'MevShield' },
  {
    BadEncKeyLen: 'A key of ML-KEM-768 has 1,184 bytes.',
    Unreachable: 'The block has no author whose key could be announced.',
    TooManyPendingExtrinsics: 'The queue of encrypted calls is full. Try again in a later block.',
    WeightExceedsAbsoluteMax: 'More than half of a block. Pass at most 2,000,000,000,000.',
  },
)
