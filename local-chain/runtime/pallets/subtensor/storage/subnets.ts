/**
 * Storage of SubtensorModule: subnets. Order is wire format.
 *
 * @module
 */

import { ZERO_ACCOUNT } from '../../../../../src/primitives/account-id.ts'
import { doubleMap, map, optionalMap } from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity } from '../../../../frame/storage/hashers.ts'
import { accountId, u96f32 } from '../../../../frame/types/common.ts'
import { bool, u16, u32, u64 } from '../../../../frame/types/primitives.ts'
import { recycleOrBurnEnum } from '../types.ts'

export const subnetsStorage = {
  subnetLocked: map(identity(u16), u64, 0n),
  largestLocked: map(identity(u16), u64, 0n),
  tempo: map(identity(u16), u16, (profile) => (profile === 'fast' ? 10 : 360)),
  lastEpochBlock: map(identity(u16), u64, 0n),
  pendingEpochAt: map(identity(u16), u64, 0n),
  subnetEpochIndex: map(identity(u16), u64, 0n),
  activityCutoffFactorMilli: map(identity(u16), u32, 13_889),
  firstEmissionBlockNumber: optionalMap(identity(u16), u64),
  subnetMechanism: map(identity(u16), u16, 0),
  subnetworkN: map(identity(u16), u16, 0),
  networksAdded: map(identity(u16), bool, false),
  isNetworkMember: doubleMap(blake2Concat(accountId), identity(u16), bool, false),
  networkRegistrationAllowed: map(identity(u16), bool, true),
  networkPowRegistrationAllowed: map(identity(u16), bool, true),
  networkRegisteredAt: map(identity(u16), u64, 0n),
  registeredSubnetCounter: map(identity(u16), u64, 0n),
  pendingServerEmission: map(identity(u16), u64, 0n),
  pendingValidatorEmission: map(identity(u16), u64, 0n),
  pendingRootAlphaDivs: map(identity(u16), u64, 0n),
  pendingOwnerCut: map(identity(u16), u64, 0n),
  minerBurned: map(identity(u16), u96f32, 0n),
  blocksSinceLastStep: map(identity(u16), u64, 0n),
  lastMechansimStepBlock: map(identity(u16), u64, 0n),
  subnetOwner: map(identity(u16), accountId, ZERO_ACCOUNT),
  subnetOwnerHotkey: map(identity(u16), accountId, ZERO_ACCOUNT),
  recycleOrBurn: map(identity(u16), recycleOrBurnEnum, 'Burn'),
}
