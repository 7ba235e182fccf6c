/**
 * Storage of Proxy. Order is wire format.
 *
 * @module
 */
import { dispatchResult } from '../../../frame/dispatch-error.ts'
import { map, optionalDoubleMap, optionalMap } from '../../../frame/storage/declare.ts'
import { twoxConcat } from '../../../frame/storage/hashers.ts'
import { boundedVec, tuple } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { u64, unit } from '../../../frame/types/primitives.ts'
import { MAX_PENDING, MAX_PROXIES } from './constants.ts'
import { announcement, proxyDefinition } from './types.ts'

export const storage = {
  proxies: map(twoxConcat(accountId), tuple(boundedVec(proxyDefinition, MAX_PROXIES), u64), [
    [],
    0n,
  ]),
  announcements: map(twoxConcat(accountId), tuple(boundedVec(announcement, MAX_PENDING), u64), [
    [],
    0n,
  ]),
  lastCallResult: optionalMap(twoxConcat(accountId), dispatchResult),
  realPaysFee: optionalDoubleMap(twoxConcat(accountId), twoxConcat(accountId), unit),
}
