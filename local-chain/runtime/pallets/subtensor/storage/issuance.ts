/**
 * Storage of SubtensorModule: issuance. Order is wire format.
 *
 * @module
 */
import { doubleMap, map, value } from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity } from '../../../../frame/storage/hashers.ts'
import { accountId, i96f32, u96f32 } from '../../../../frame/types/common.ts'
import { bool, u16, u64, u128 } from '../../../../frame/types/primitives.ts'

export const issuanceStorage = {
  blockEmission: value(u64, 1_000_000_000n),
  lastHotkeyEmissionOnNetuid: doubleMap(blake2Concat(accountId), identity(u16), u64, 0n),
  subnetLimit: value(u16, 128),
  totalIssuance: value(u64, 0n),
  totalStake: value(u64, 0n),
  subnetMovingAlpha: value(i96f32, 12_885n),
  subnetMovingPrice: map(identity(u16), i96f32, 0n),
  rootProp: map(identity(u16), u96f32, 0n),
  subnetVolume: map(identity(u16), u128, 0n),
  subnetTao: map(identity(u16), u64, 0n, { name: 'SubnetTAO' }),
  subnetAlphaInEmission: map(identity(u16), u64, 0n),
  subnetEmissionEnabled: map(identity(u16), bool, true),
  subnetAlphaOutEmission: map(identity(u16), u64, 0n),
  subnetTaoInEmission: map(identity(u16), u64, 0n),
  subnetExcessTao: map(identity(u16), u64, 0n),
  subnetRootSellTao: map(identity(u16), u64, 0n),
  subnetAlphaIn: map(identity(u16), u64, 0n),
  subnetAlphaOut: map(identity(u16), u64, 0n),
  subnetProtocolAlpha: map(identity(u16), u64, 0n),
}
