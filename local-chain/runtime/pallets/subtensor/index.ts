/**
 * SubtensorModule: subnets, neurons, stake, weights, emission.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const subtensor = pallet({
  name: 'SubtensorModule',
  index: 7,
  path: 'pallet_subtensor',
  docs: 'Subnets, neurons, stake, weights and emission.',
  storage,
  calls,
  events,
  errors,
  constants,
})
