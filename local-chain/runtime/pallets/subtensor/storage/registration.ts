/**
 * Storage of SubtensorModule: registration. Order is wire format.
 *
 * @module
 */

import { map, value } from '../../../../frame/storage/declare.ts'
import { identity } from '../../../../frame/storage/hashers.ts'
import { bool, bytes, u16, u64 } from '../../../../frame/types/primitives.ts'
import { rateLimitKey } from '../types.ts'

export const registrationStorage = {
  usedWork: map(identity(bytes), u64, 0n),
  maxRegistrationsPerBlock: map(identity(u16), u16, 1),
  totalNetworks: value(u16, 0),
  networkImmunityPeriod: value(u64, 1_296_000n),
  startCallDelay: value(u64, 0n),
  networkMinLockCost: value(u64, 1_000_000_000_000n),
  networkLastLockCost: value(u64, 1_000_000_000_000n),
  networkLockReductionInterval: value(u64, 100_800n),
  subnetOwnerCut: value(u16, 11_796),
  ownerCutEnabled: map(identity(u16), bool, true),
  // Fast builds carry the faucet feature, which lifts this limit.
  networkRateLimit: value(u64, (profile) => (profile === 'fast' ? 0n : 7_200n)),
  nominatorMinRequiredStake: value(u64, 0n),
  weightsVersionKeyRateLimit: value(u64, 5n),
  lastRateLimitedBlock: map(identity(rateLimitKey), u64, 0n),
  transferToggle: map(identity(u16), bool, true),
}
