/**
 * Storage of SubtensorModule: claims. Order is wire format.
 *
 * @module
 */

import {
  doubleMap,
  map,
  nMap,
  optionalDoubleMap,
  optionalMap,
  value,
} from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity, twoxConcat } from '../../../../frame/storage/hashers.ts'
import { btreeMap, tuple, vec } from '../../../../frame/types/combinators.ts'
import { accountId, h160, i96f32, u64f64 } from '../../../../frame/types/common.ts'
import { bool, bytes, u8, u16, u32, u64, u128 } from '../../../../frame/types/primitives.ts'
import { rootClaimTypeEnum, subnetLease } from '../types.ts'

export const claimsStorage = {
  rootClaimableThreshold: map(blake2Concat(u16), i96f32, 2_147_483_648_000_000n),
  rootClaimable: map(blake2Concat(accountId), btreeMap(u16, i96f32), []),
  rootClaimed: nMap([identity(u16), blake2Concat(accountId), blake2Concat(accountId)], u128, 0n),
  rootClaimType: map(blake2Concat(accountId), rootClaimTypeEnum, { type: 'Swap' }),
  stakingColdkeysByIndex: optionalMap(identity(u64), accountId),
  stakingColdkeys: optionalMap(identity(accountId), u64),
  numStakingColdkeys: value(u64, 0n),
  numRootClaim: value(u64, 5n),
  associatedEvmAddress: optionalDoubleMap(twoxConcat(u16), twoxConcat(u16), tuple(h160, u64)),
  subnetLeases: optionalMap(twoxConcat(u32), subnetLease),
  subnetLeaseShares: doubleMap(twoxConcat(u32), identity(accountId), u64f64, 0n),
  subnetUidToLeaseId: optionalMap(twoxConcat(u16), u32),
  nextSubnetLeaseId: value(u32, 0),
  accumulatedLeaseDividends: map(twoxConcat(u32), u64, 0n),
  commitRevealWeightsVersion: value(u16, 4),
  networkRegistrationStartBlock: value(u64, 0n),
  taoInRefundDeploymentBlock: value(u64, 0n),
  minNonImmuneUids: map(identity(u16), u16, 10),
  maxMechanismCount: value(u8, 2),
  mechanismCountCurrent: map(twoxConcat(u16), u8, 1),
  mechanismEmissionSplit: optionalMap(twoxConcat(u16), vec(u16)),
  burnHalfLife: map(identity(u16), u16, 360),
  burnIncreaseMult: map(identity(u16), u64f64, 23_242_897_532_874_035_200n),
  autoParentDelegationEnabled: map(blake2Concat(accountId), bool, true),
  hasMigrationRun: map(identity(bytes), bool, false),
  pendingChildKeyCooldown: value(u64, (profile) => (profile === 'fast' ? 15n : 7_200n)),
}
