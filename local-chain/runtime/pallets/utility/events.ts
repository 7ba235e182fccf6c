/**
 * Events of Utility, in wire order: the position is the index.
 *
 * @module
 */
import { dispatchError, dispatchResult } from '../../../frame/dispatch-error.ts'
import { palletEvents } from '../../../frame/pallet.ts'
import { u32 } from '../../../frame/types/primitives.ts'

export const events = palletEvents(
  { index: 11, name: 'Utility', path: 'pallet_utility' },
  {
    BatchInterrupted: { index: u32, error: dispatchError },
    BatchCompleted: null,
    BatchCompletedWithErrors: null,
    ItemCompleted: null,
    ItemFailed: { error: dispatchError },
    DispatchedAs: { result: dispatchResult },
    IfElseMainSuccess: null,
    IfElseFallbackCalled: { mainError: dispatchError },
  },
  { params: [] },
)
