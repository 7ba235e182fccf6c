/**
 * Events of System, in wire order: the position is the index.
 *
 * @module
 */

import { dispatchError } from '../../../frame/dispatch-error.ts'
import { palletEvents } from '../../../frame/pallet.ts'
import { accountId, h256 } from '../../../frame/types/common.ts'
import { bool } from '../../../frame/types/primitives.ts'
import { dispatchEventInfo } from './types.ts'

export const events = palletEvents(
  { index: 0, name: 'System', path: 'frame_system' },
  {
    ExtrinsicSuccess: { dispatchInfo: dispatchEventInfo },
    ExtrinsicFailed: { dispatchError, dispatchInfo: dispatchEventInfo },
    CodeUpdated: null,
    NewAccount: { account: accountId },
    KilledAccount: { account: accountId },
    Remarked: { sender: accountId, hash: h256 },
    UpgradeAuthorized: { codeHash: h256, checkVersion: bool },
    RejectedInvalidAuthorizedUpgrade: { codeHash: h256, error: dispatchError },
  },
  { params: [{ name: 'T' }] },
)
