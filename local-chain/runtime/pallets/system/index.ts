/**
 * System: accounts and their nonces, block number and hashes, events.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const system = pallet({
  name: 'System',
  index: 0,
  path: 'frame_system',
  docs: 'Accounts, block numbers and hashes, events.',
  storage,
  calls,
  events,
  errors,
  constants,
})
