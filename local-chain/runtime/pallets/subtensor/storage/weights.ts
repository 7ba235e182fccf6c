/**
 * Storage of SubtensorModule: weights. Order is wire format.
 *
 * @module
 */
import {
  doubleMap,
  map,
  nMap,
  optionalDoubleMap,
  value,
} from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity, twoxConcat } from '../../../../frame/storage/hashers.ts'
import { boundedBytes, tuple, vec } from '../../../../frame/types/combinators.ts'
import { accountId, h256 } from '../../../../frame/types/common.ts'
import { bytes, u16, u64 } from '../../../../frame/types/primitives.ts'

export const weightsStorage = {
  transactionKeyLastBlock: nMap([blake2Concat(accountId), identity(u16), identity(u16)], u64, 0n),
  lastTxBlock: map(identity(accountId), u64, 0n),
  lastTxBlockChildKeyTake: map(identity(accountId), u64, 0n),
  lastTxBlockDelegateTake: map(identity(accountId), u64, 0n),
  stakeThreshold: value(u64, 0n),
  weightCommits: optionalDoubleMap(
    twoxConcat(u16),
    twoxConcat(accountId),
    vec(tuple(h256, u64, u64, u64)),
  ),
  timelockedWeightCommits: doubleMap(
    twoxConcat(u16),
    twoxConcat(u64),
    vec(tuple(accountId, u64, boundedBytes(bytes, 5_000), u64)),
    [],
  ),
  crv3WeightCommits: doubleMap(
    twoxConcat(u16),
    twoxConcat(u64),
    vec(tuple(accountId, boundedBytes(bytes, 5_000), u64)),
    [],
    { name: 'CRV3WeightCommits' },
  ),
  crv3WeightCommitsV2: doubleMap(
    twoxConcat(u16),
    twoxConcat(u64),
    vec(tuple(accountId, u64, boundedBytes(bytes, 5_000), u64)),
    [],
    { name: 'CRV3WeightCommitsV2' },
  ),
  revealPeriodEpochs: map(twoxConcat(u16), u64, 1n),
  lastColdkeyHotkeyStakeBlock: optionalDoubleMap(twoxConcat(accountId), twoxConcat(accountId), u64),
}
