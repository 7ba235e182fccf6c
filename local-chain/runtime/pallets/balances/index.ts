/**
 * Balances: free and reserved TAO of every account, and the sum of it all.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const balances = pallet({
  name: 'Balances',
  index: 5,
  path: 'pallet_balances',
  docs: 'Free and reserved TAO.',
  storage,
  calls,
  events,
  errors,
  constants,
})
