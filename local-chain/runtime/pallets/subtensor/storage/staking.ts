/**
 * Storage of SubtensorModule: staking. Order is wire format.
 *
 * @module
 */

import {
  doubleMap,
  map,
  nMap,
  optionalDoubleMap,
  optionalMap,
  optionalNMap,
  value,
} from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity, twoxConcat } from '../../../../frame/storage/hashers.ts'
import { option, tuple, vec } from '../../../../frame/types/combinators.ts'
import { accountId, h256, u64f64 } from '../../../../frame/types/common.ts'
import { bool, bytes, u16, u32, u64, unit } from '../../../../frame/types/primitives.ts'
import { safeFloat } from '../../../types.ts'
import { lockState } from '../types.ts'

export const stakingStorage = {
  stakingHotkeys: map(blake2Concat(accountId), vec(accountId), []),
  ownedHotkeys: map(blake2Concat(accountId), vec(accountId), []),
  autoStakeDestination: optionalDoubleMap(blake2Concat(accountId), identity(u16), accountId),
  autoStakeDestinationColdkeys: doubleMap(
    blake2Concat(accountId),
    identity(u16),
    vec(accountId),
    [],
  ),
  coldkeySwapAnnouncementDelay: value(u32, (profile) => (profile === 'fast' ? 50 : 36_000)),
  coldkeySwapReannouncementDelay: value(u32, (profile) => (profile === 'fast' ? 10 : 7_200)),
  coldkeySwapAnnouncements: optionalMap(twoxConcat(accountId), tuple(u32, h256)),
  coldkeySwapDisputes: optionalMap(twoxConcat(accountId), u32),
  totalHotkeyAlpha: doubleMap(blake2Concat(accountId), identity(u16), u64, 0n),
  totalHotkeyAlphaLastEpoch: doubleMap(blake2Concat(accountId), identity(u16), u64, 0n),
  totalHotkeyShares: doubleMap(blake2Concat(accountId), identity(u16), u64f64, 0n),
  alpha: nMap([blake2Concat(accountId), blake2Concat(accountId), identity(u16)], u64f64, 0n),
  totalHotkeySharesV2: doubleMap(blake2Concat(accountId), identity(u16), safeFloat, {
    mantissa: 0n,
    exponent: 0n,
  }),
  alphaV2: nMap([blake2Concat(accountId), blake2Concat(accountId), identity(u16)], safeFloat, {
    mantissa: 0n,
    exponent: 0n,
  }),
  lock: optionalNMap([blake2Concat(accountId), identity(u16), blake2Concat(accountId)], lockState),
  lockingColdkeys: optionalNMap(
    [identity(u16), blake2Concat(accountId), blake2Concat(accountId)],
    unit,
  ),
  hotkeyLock: optionalDoubleMap(identity(u16), blake2Concat(accountId), lockState),
  decayingHotkeyLock: optionalDoubleMap(identity(u16), blake2Concat(accountId), lockState),
  ownerLock: optionalMap(identity(u16), lockState),
  decayingOwnerLock: optionalMap(identity(u16), lockState),
  decayingLock: optionalDoubleMap(blake2Concat(accountId), identity(u16), bool),
  ownerCutAutoLockEnabled: map(identity(u16), bool, false),
  maturityRate: value(u64, 934_866n),
  unlockRate: value(u64, 934_866n),
  alphaMapLastKey: value(option(bytes), undefined),
  alphaV2MapLastKey: value(option(bytes), undefined),
  tokenSymbol: map(identity(u16), bytes, Uint8Array.of(240, 157, 156, 143)),
}
