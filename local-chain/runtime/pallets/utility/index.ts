/**
 * Utility: calls made of calls: batches, derived accounts, alternatives.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'

export const utility = pallet({
  name: 'Utility',
  index: 11,
  path: 'pallet_utility',
  docs: 'Calls made of calls: batches, derived accounts, alternatives.',
  calls,
  events,
  errors,
  constants,
})
