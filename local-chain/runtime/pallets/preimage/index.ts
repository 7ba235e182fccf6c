/**
 * Preimage: bytes kept under their hash, mostly calls that run later.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const preimage = pallet({
  name: 'Preimage',
  index: 14,
  path: 'pallet_preimage',
  docs: 'Bytes kept under their hash, mostly calls that run later.',
  storage,
  calls,
  events,
  errors,
})
