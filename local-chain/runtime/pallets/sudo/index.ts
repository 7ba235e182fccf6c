/**
 * Sudo: one key that may act as root.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'
export const sudo = pallet({
  name: 'Sudo',
  index: 12,
  path: 'pallet_sudo',
  docs: 'One key that may act as root.',
  storage,
  calls,
  events,
  errors,
})
