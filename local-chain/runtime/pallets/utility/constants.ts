/**
 * Constants of Utility that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { u32 } from '../../../frame/types/primitives.ts'

export const constants = {
  batched_calls_limit: constant(u32, 10_922, { name: 'batched_calls_limit' }),
}
