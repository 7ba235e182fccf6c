/**
 * Crowdloan: many pay together for a transfer or a call, or get their money back.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const crowdloan = pallet({
  name: 'Crowdloan',
  index: 27,
  path: 'pallet_crowdloan',
  docs: 'Many pay together for a transfer or a call, or get their money back.',
  calls,
  constants,
  errors,
  events,
  storage,
})
