/**
 * AdminUtils: setters of parameters for root and subnet owners.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const adminUtils = pallet({
  name: 'AdminUtils',
  index: 19,
  path: 'pallet_admin_utils',
  calls,
  errors,
  events,
  storage,
})
