/**
 * Constants of Timestamp that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { u64 } from '../../../frame/types/primitives.ts'

export const constants = {
  minimumPeriod: constant(u64, 6_000n),
}
