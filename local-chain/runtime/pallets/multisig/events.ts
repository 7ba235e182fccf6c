/**
 * Events of Multisig, in wire order: the position is the index.
 *
 * @module
 */
import { dispatchResult } from '../../../frame/dispatch-error.ts'
import { palletEvents } from '../../../frame/pallet.ts'
import { named } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { u64 } from '../../../frame/types/primitives.ts'
import { callHash, timepoint } from './types.ts'

export const events = palletEvents(
  { index: 13, name: 'Multisig', path: 'pallet_multisig' },
  {
    NewMultisig: { approving: accountId, multisig: accountId, callHash },
    MultisigApproval: { approving: accountId, timepoint, multisig: accountId, callHash },
    MultisigExecuted: {
      approving: accountId,
      timepoint,
      multisig: accountId,
      callHash,
      result: dispatchResult,
    },
    MultisigCancelled: { cancelling: accountId, timepoint, multisig: accountId, callHash },
    DepositPoked: {
      who: accountId,
      callHash,
      oldDeposit: named('BalanceOf<T>', u64),
      newDeposit: named('BalanceOf<T>', u64),
    },
  },
)
