/**
 * Storage of Crowdloan. Order is wire format.
 *
 * @module
 */
import {
  map,
  optionalDoubleMap,
  optionalMap,
  optionalValue,
  value,
} from '../../../frame/storage/declare.ts'
import { identity, twoxConcat } from '../../../frame/storage/hashers.ts'
import { boundedBytes } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { bool, bytes, u32, u64 } from '../../../frame/types/primitives.ts'
import { crowdloanInfo } from './types.ts'

export const storage = {
  crowdloans: optionalMap(twoxConcat(u32), crowdloanInfo),
  nextCrowdloanId: value(u32, 0),
  contributions: optionalDoubleMap(twoxConcat(u32), identity(accountId), u64),
  maxContributions: optionalMap(twoxConcat(u32), u64),
  currentCrowdloanId: optionalValue(u32),
  hasMigrationRun: map(identity(boundedBytes(bytes, 128)), bool, false),
}
