/**
 * Multisig: accounts that act when enough of their owners approve.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const multisig = pallet({
  name: 'Multisig',
  index: 13,
  path: 'pallet_multisig',
  docs: 'Accounts that act when enough of their owners approve.',
  storage,
  calls,
  events,
  errors,
  constants,
})
