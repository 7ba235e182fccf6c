/**
 * Storage of Balances. Order is wire format.
 *
 * @module
 */

import { map, value } from '../../../frame/storage/declare.ts'
import { blake2Concat } from '../../../frame/storage/hashers.ts'
import { boundedVec } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { u64 } from '../../../frame/types/primitives.ts'
import { idAmount, runtimeFreezeReason, runtimeHoldReason } from '../../types.ts'
import { accountData, balanceLock, reserveData } from './types.ts'

export const storage = {
  totalIssuance: value(u64, 0n),
  inactiveIssuance: value(u64, 0n),
  account: map(blake2Concat(accountId), accountData, {
    free: 0n,
    reserved: 0n,
    frozen: 0n,
    flags: 170_141_183_460_469_231_731_687_303_715_884_105_728n,
  }),
  locks: map(blake2Concat(accountId), boundedVec(balanceLock, 0xffff_ffff, true), []),
  reserves: map(blake2Concat(accountId), boundedVec(reserveData, 0xffff_ffff), []),
  holds: map(blake2Concat(accountId), boundedVec(idAmount(runtimeHoldReason), 0xffff_ffff), []),
  freezes: map(blake2Concat(accountId), boundedVec(idAmount(runtimeFreezeReason), 0xffff_ffff), []),
}
