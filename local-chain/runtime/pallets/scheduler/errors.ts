/**
 * Errors of Scheduler, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 15, name: 'Scheduler' },
  {
    FailedToSchedule: 'A task of this name is scheduled already. Cancel it or choose another name.',
    NotFound: 'There is no such task. Look at the agenda.',
    TargetBlockNumberInPast: 'The block is over or being made. Choose a later one.',
    RescheduleNoChange: 'The task is in that block already. Choose another.',
    Named: 'The task has a name. Use the call for named tasks.',
  },
)
