/**
 * Storage of Scheduler. Order is wire format.
 *
 * @module
 */
import { map, optionalMap, optionalValue } from '../../../frame/storage/declare.ts'
import { blake2Concat, twoxConcat } from '../../../frame/storage/hashers.ts'
import { boundedVec, option, tuple } from '../../../frame/types/combinators.ts'
import { byteArray, u32 } from '../../../frame/types/primitives.ts'
import { MAX_SCHEDULED } from './constants.ts'
import { retryConfig, scheduled } from './types.ts'

export const storage = {
  incompleteSince: optionalValue(u32),
  agenda: map(twoxConcat(u32), boundedVec(option(scheduled), MAX_SCHEDULED), []),
  retries: optionalMap(blake2Concat(tuple(u32, u32)), retryConfig),
  lookup: optionalMap(twoxConcat(byteArray(32)), tuple(u32, u32)),
}
