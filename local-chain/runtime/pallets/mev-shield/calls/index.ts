/**
 * Calls of MevShield.
 *
 * @module
 */
import { announceNextKey } from './announce-next-key.ts'
import { setMaxExtrinsicWeight } from './set-max-extrinsic-weight.ts'
import { setMaxPendingExtrinsicsNumber } from './set-max-pending-extrinsics-number.ts'
import { setOnInitializeWeight } from './set-on-initialize-weight.ts'
import { setStoredExtrinsicLifetime } from './set-stored-extrinsic-lifetime.ts'
import { storeEncrypted } from './store-encrypted.ts'
import { submitEncrypted } from './submit-encrypted.ts'

export const calls = {
  announceNextKey,
  submitEncrypted,
  storeEncrypted,
  setMaxPendingExtrinsicsNumber,
  setOnInitializeWeight,
  setStoredExtrinsicLifetime,
  setMaxExtrinsicWeight,
}
