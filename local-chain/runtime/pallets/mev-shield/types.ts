/**
 * Types that the mev-shield pallet owns.
 *
 * @module
 */
import { boundedBytes, named, struct } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { bytes, u32 } from '../../../frame/types/primitives.ts'
import { CIPHERTEXT_MAX, KEY_MAX } from './constants.ts'

/** A key of ML-KEM-768 to encrypt with. */
export const encryptionKey = boundedBytes(bytes, KEY_MAX)

export const encryptedCall = boundedBytes(bytes, CIPHERTEXT_MAX)

export const pendingExtrinsic = struct(
  'pallet_shield::pallet::PendingExtrinsic',
  {
    who: accountId,
    encryptedCall: named('BoundedVec<u8, MaxEncryptedCallSize>', encryptedCall),
    submittedAt: named('BlockNumberFor<T>', u32),
  },
  { params: [{ name: 'T' }] },
)
