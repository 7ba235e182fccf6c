/**
 * Constants of TransactionPayment that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { u8 } from '../../../frame/types/primitives.ts'

export const constants = {
  operationalFeeMultiplier: constant(u8, 5),
}
