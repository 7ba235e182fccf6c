/**
 * Storage of Commitments. Order is wire format.
 *
 * @module
 */
import { optionalDoubleMap, value } from '../../../frame/storage/declare.ts'
import { identity, twoxConcat } from '../../../frame/storage/hashers.ts'
import { btreeSet, tuple, vec } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { bytes, u16, u32, u64 } from '../../../frame/types/primitives.ts'
import { registration, usageTracker } from './types.ts'

export const storage = {
  timelockedIndex: value(btreeSet(tuple(u16, accountId)), []),
  commitmentOf: optionalDoubleMap(identity(u16), twoxConcat(accountId), registration),
  lastCommitment: optionalDoubleMap(identity(u16), twoxConcat(accountId), u32),
  lastBondsReset: optionalDoubleMap(identity(u16), twoxConcat(accountId), u32),
  revealedCommitments: optionalDoubleMap(
    identity(u16),
    twoxConcat(accountId),
    vec(tuple(bytes, u64)),
  ),
  usedSpaceOf: optionalDoubleMap(identity(u16), twoxConcat(accountId), usageTracker),
  maxSpace: value(u32, 3_100),
}
