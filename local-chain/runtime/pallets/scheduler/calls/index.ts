/**
 * Calls of Scheduler.
 *
 * @module
 */
import { cancel } from './cancel.ts'
import { cancelNamed } from './cancel-named.ts'
import { cancelRetry } from './cancel-retry.ts'
import { cancelRetryNamed } from './cancel-retry-named.ts'
import { schedule } from './schedule.ts'
import { scheduleAfter } from './schedule-after.ts'
import { scheduleNamed } from './schedule-named.ts'
import { scheduleNamedAfter } from './schedule-named-after.ts'
import { setRetry } from './set-retry.ts'
import { setRetryNamed } from './set-retry-named.ts'

export const calls = {
  schedule,
  cancel,
  scheduleNamed,
  cancelNamed,
  scheduleAfter,
  scheduleNamedAfter,
  setRetry,
  setRetryNamed,
  cancelRetry,
  cancelRetryNamed,
}
