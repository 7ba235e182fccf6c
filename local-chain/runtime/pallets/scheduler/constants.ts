/**
 * Constants of Scheduler that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { dispatchWeight } from '../../../frame/types/common.ts'
import { u32 } from '../../../frame/types/primitives.ts'

/** What the tasks of one block may cost: four fifths of a block. */
export const MAXIMUM_WEIGHT = {
  refTime: 3_200_000_000_000n,
  proofSize: 14_757_395_258_967_641_292n,
}
/** Most tasks of one block. */
export const MAX_SCHEDULED = 50

export const constants = {
  maximumWeight: constant(dispatchWeight, MAXIMUM_WEIGHT),
  maxScheduledPerBlock: constant(u32, MAX_SCHEDULED),
}
