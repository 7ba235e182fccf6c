/**
 * Drand: public randomness beacon pulses, which timelocked weights wait for.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const drand = pallet({
  name: 'Drand',
  index: 26,
  path: 'pallet_drand',
  calls,
  constants,
  errors,
  events,
  storage,
})
