/**
 * Constants of Drand that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { u64 } from '../../../frame/types/primitives.ts'

export const constants = {
  unsignedPriority: constant(u64, 1_048_576n),
  httpFetchTimeout: constant(u64, 1_000n),
}
