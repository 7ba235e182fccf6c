/**
 * Storage of System. Order is wire format.
 *
 * @module
 */

import { map, optionalValue, value } from '../../../frame/storage/declare.ts'
import { blake2Concat, twoxConcat } from '../../../frame/storage/hashers.ts'
import { tuple, vec } from '../../../frame/types/combinators.ts'
import { accountId, dispatchWeight, h256 } from '../../../frame/types/common.ts'
import { bool, bytes, u32 } from '../../../frame/types/primitives.ts'
import { digest, perDispatchClass } from '../../types.ts'
import {
  accountInfo,
  codeUpgradeAuthorization,
  eventRecord,
  lastRuntimeUpgradeInfo,
  phase,
} from './types.ts'

export const storage = {
  account: map(blake2Concat(accountId), accountInfo, {
    nonce: 0,
    consumers: 0,
    providers: 0,
    sufficients: 0,
    data: {
      free: 0n,
      reserved: 0n,
      frozen: 0n,
      flags: 170_141_183_460_469_231_731_687_303_715_884_105_728n,
    },
  }),
  extrinsicCount: optionalValue(u32),
  inherentsApplied: value(bool, false),
  blockWeight: value(perDispatchClass(dispatchWeight), {
    normal: { refTime: 0n, proofSize: 0n },
    operational: { refTime: 0n, proofSize: 0n },
    mandatory: { refTime: 0n, proofSize: 0n },
  }),
  allExtrinsicsLen: optionalValue(u32),
  blockHash: map(
    twoxConcat(u32),
    h256,
    '0000000000000000000000000000000000000000000000000000000000000000',
  ),
  extrinsicData: map(twoxConcat(u32), bytes, new Uint8Array()),
  number: value(u32, 0),
  parentHash: value(h256, '0000000000000000000000000000000000000000000000000000000000000000'),
  digest: value(digest, { logs: [] }),
  events: value(vec(eventRecord), []),
  eventCount: value(u32, 0),
  eventTopics: map(blake2Concat(h256), vec(tuple(u32, u32)), []),
  lastRuntimeUpgrade: optionalValue(lastRuntimeUpgradeInfo),
  upgradedToU32RefCount: value(bool, false),
  upgradedToTripleRefCount: value(bool, false),
  executionPhase: optionalValue(phase),
  authorizedUpgrade: optionalValue(codeUpgradeAuthorization),
  extrinsicWeightReclaimed: value(dispatchWeight, { refTime: 0n, proofSize: 0n }),
}
