/**
 * Swap: weighted pools that price subnet tokens in TAO.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const swap = pallet({
  name: 'Swap',
  index: 28,
  path: 'pallet_subtensor_swap',
  storage,
  calls,
  events,
  errors,
  constants,
  docs: 'Weighted pools that price the tokens of subnets in TAO.',
})
