/**
 * Constants of Commitments that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'

export const FIELDS_MAX = 3

export const constants = {
  maxFields: constant(u32, FIELDS_MAX),
  initialDeposit: constant(u64, 0n),
  fieldDeposit: constant(u64, 0n),
}
