/**
 * Storage of SubtensorModule: neurons. Order is wire format.
 *
 * @module
 */

import { ZERO_ACCOUNT } from '../../../../../src/primitives/account-id.ts'
import {
  doubleMap,
  map,
  optionalDoubleMap,
  optionalMap,
} from '../../../../frame/storage/declare.ts'
import { blake2Concat, identity } from '../../../../frame/storage/hashers.ts'
import { tuple, vec } from '../../../../frame/types/combinators.ts'
import { accountId, u16Pairs } from '../../../../frame/types/common.ts'
import { bool, u16, u64 } from '../../../../frame/types/primitives.ts'
import { U16Pairs } from '../../../../frame/u16-pairs.ts'
import {
  axonInfo,
  chainIdentityV2,
  neuronCertificate,
  prometheusInfo,
  subnetIdentityV3,
} from '../types.ts'

export const neuronsStorage = {
  stakeWeight: map(identity(u16), vec(u16), []),
  uids: optionalDoubleMap(identity(u16), blake2Concat(accountId), u16),
  keys: doubleMap(identity(u16), identity(u16), accountId, ZERO_ACCOUNT),
  loadedEmission: optionalMap(identity(u16), vec(tuple(accountId, u64, u64))),
  active: map(identity(u16), vec(bool), []),
  consensus: map(identity(u16), vec(u16), []),
  incentive: map(identity(u16), vec(u16), []),
  dividends: map(identity(u16), vec(u16), []),
  emission: map(identity(u16), vec(u64), []),
  lastUpdate: map(identity(u16), vec(u64), []),
  validatorTrust: map(identity(u16), vec(u16), []),
  validatorPermit: map(identity(u16), vec(bool), []),
  weights: doubleMap(identity(u16), identity(u16), u16Pairs, U16Pairs.empty),
  bonds: doubleMap(identity(u16), identity(u16), u16Pairs, U16Pairs.empty),
  blockAtRegistration: doubleMap(identity(u16), identity(u16), u64, 0n),
  axons: optionalDoubleMap(identity(u16), blake2Concat(accountId), axonInfo),
  neuronCertificates: optionalDoubleMap(identity(u16), blake2Concat(accountId), neuronCertificate),
  prometheus: optionalDoubleMap(identity(u16), blake2Concat(accountId), prometheusInfo),
  identitiesV2: optionalMap(blake2Concat(accountId), chainIdentityV2),
  subnetIdentitiesV3: optionalMap(blake2Concat(u16), subnetIdentityV3),
}
