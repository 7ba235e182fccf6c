/**
 * The list of orders that both executing calls take.
 *
 * @module
 */
import { boundedVec, named } from '../../../../frame/types/combinators.ts'
import { MAX_ORDERS_PER_BATCH } from '../constants.ts'
import { signedOrder } from '../types.ts'

export const orderList = named(
  'BoundedVec<SignedOrder<T::AccountId>, T::MaxOrdersPerBatch>',
  boundedVec(signedOrder, MAX_ORDERS_PER_BATCH),
)
