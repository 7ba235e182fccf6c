/**
 * Events of MevShield, in wire order: the position is the index.
 *
 * @module
 */
import { dispatchError } from '../../../frame/dispatch-error.ts'
import { palletEvents } from '../../../frame/pallet.ts'
import { accountId, h256 } from '../../../frame/types/common.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'

export const events = palletEvents(
  { index: 30, name: 'MevShield', path: 'pallet_shield' },
  {
    EncryptedSubmitted: { id: h256, who: accountId },
    ExtrinsicStored: { index: u32, who: accountId },
    ExtrinsicDecodeFailed: { index: u32 },
    ExtrinsicDispatchFailed: { index: u32, error: dispatchError },
    ExtrinsicDispatched: { index: u32 },
    ExtrinsicExpired: { index: u32 },
    ExtrinsicPostponed: { index: u32 },
    MaxPendingExtrinsicsNumberSet: { value: u32 },
    OnInitializeWeightSet: { value: u64 },
    ExtrinsicLifetimeSet: { value: u32 },
    MaxExtrinsicWeightSet: { value: u64 },
    ExtrinsicWeightExceeded: { index: u32 },
  },
)
