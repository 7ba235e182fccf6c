/**
 * Storage of LimitOrders. Order is wire format.
 *
 * @module
 */
import { map, optionalMap, value } from '../../../frame/storage/declare.ts'
import { blake2Concat, identity } from '../../../frame/storage/hashers.ts'
import { boundedBytes } from '../../../frame/types/combinators.ts'
import { h256 } from '../../../frame/types/common.ts'
import { bool, bytes } from '../../../frame/types/primitives.ts'
import { orderStatus } from './types.ts'

export const storage = {
  orders: optionalMap(blake2Concat(h256), orderStatus),
  limitOrdersEnabled: value(bool, false),
  hasMigrationRun: map(identity(boundedBytes(bytes, 128)), bool, false),
}
