/**
 * Events of Sudo, in wire order: the position is the index.
 *
 * @module
 */
import { dispatchResult } from '../../../frame/dispatch-error.ts'
import { palletEvents } from '../../../frame/pallet.ts'
import { option } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'

export const events = palletEvents(
  { index: 12, name: 'Sudo', path: 'pallet_sudo' },
  {
    Sudid: { sudoResult: dispatchResult },
    KeyChanged: { old: option(accountId), new: accountId },
    KeyRemoved: null,
    SudoAsDone: { sudoResult: dispatchResult },
  },
  { params: [{ name: 'T' }] },
)
