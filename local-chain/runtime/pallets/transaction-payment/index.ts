/**
 * TransactionPayment: fees of extrinsics. The multiplier is constant, so nothing is adjusted.
 *
 * Source: `../shared/spec/swap.md` 13.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { constants } from './constants.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const transactionPayment = pallet({
  name: 'TransactionPayment',
  index: 6,
  path: 'pallet_transaction_payment',
  docs: 'Fees of extrinsics.',
  storage,
  events,
  constants,
})
