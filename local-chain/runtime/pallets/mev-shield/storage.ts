/**
 * Storage of MevShield. Order is wire format.
 *
 * @module
 */
import { map, optionalMap, optionalValue, value } from '../../../frame/storage/declare.ts'
import { identity, twoxConcat } from '../../../frame/storage/hashers.ts'
import { boundedBytes } from '../../../frame/types/combinators.ts'
import { bool, bytes, u32, u64 } from '../../../frame/types/primitives.ts'
import { auraAuthorityId } from '../../types.ts'
import { encryptionKey, pendingExtrinsic } from './types.ts'

export const storage = {
  currentKey: optionalValue(encryptionKey),
  pendingKey: optionalValue(encryptionKey),
  nextKey: optionalValue(encryptionKey),
  authorKeys: optionalMap(twoxConcat(auraAuthorityId), encryptionKey),
  pendingKeyExpiresAt: optionalValue(u32),
  nextKeyExpiresAt: optionalValue(u32),
  hasMigrationRun: map(identity(boundedBytes(bytes, 128)), bool, false),
  maxPendingExtrinsicsLimit: value(u32, 100),
  extrinsicLifetime: value(u32, 10),
  onInitializeWeight: value(u64, 500_000_000_000n),
  maxExtrinsicWeight: value(u64, 50_000_000_000n),
  pendingExtrinsics: optionalMap(identity(u32), pendingExtrinsic),
  counterForPendingExtrinsics: value(u32, 0),
  nextPendingExtrinsicIndex: value(u32, 0),
}
