/**
 * Events of Scheduler, in wire order: the position is the index.
 *
 * @module
 */
import { dispatchResult } from '../../../frame/dispatch-error.ts'
import { palletEvents } from '../../../frame/pallet.ts'
import { option } from '../../../frame/types/combinators.ts'
import { u8, u32 } from '../../../frame/types/primitives.ts'
import { blockNumber, taskAddress, taskName } from './types.ts'

const task = { task: taskAddress, id: option(taskName) }

export const events = palletEvents(
  { index: 15, name: 'Scheduler', path: 'pallet_scheduler' },
  {
    Scheduled: { when: blockNumber, index: u32 },
    Canceled: { when: blockNumber, index: u32 },
    Dispatched: { ...task, result: dispatchResult },
    RetrySet: { ...task, period: blockNumber, retries: u8 },
    RetryCancelled: task,
    CallUnavailable: task,
    PeriodicFailed: task,
    RetryFailed: task,
    PermanentlyOverweight: task,
    AgendaIncomplete: { when: blockNumber },
  },
)
