/**
 * LimitOrders: orders that their signers leave with relayers, filled when the price is right.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { calls } from './calls/index.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const limitOrders = pallet({
  name: 'LimitOrders',
  index: 32,
  path: 'pallet_limit_orders',
  docs: 'Orders that their signers leave with relayers, filled when the price is right.',
  calls,
  constants,
  errors,
  events,
  storage,
})
