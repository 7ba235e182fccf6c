/**
 * Types that the system pallet owns.
 *
 * @module
 */

import { runtimeEvent } from '../../../frame/event-type.ts'
import { compact, named, option, struct, vec } from '../../../frame/types/combinators.ts'
import { dispatchClass, dispatchWeight, h256, pays } from '../../../frame/types/common.ts'
import { enumeration } from '../../../frame/types/enumeration.ts'
import { bool, str, u32 } from '../../../frame/types/primitives.ts'
import { cow, perDispatchClass } from '../../types.ts'
import { accountData } from '../balances/types.ts'

export const accountInfo = struct(
  'frame_system::AccountInfo',
  {
    nonce: named('Nonce', u32),
    consumers: named('RefCount', u32),
    providers: named('RefCount', u32),
    sufficients: named('RefCount', u32),
    data: accountData,
  },
  {
    params: [
      { name: 'Nonce', type: u32 },
      { name: 'AccountData', type: accountData },
    ],
  },
)

export const phase = enumeration('frame_system::Phase', {
  ApplyExtrinsic: [u32],
  Finalization: null,
  Initialization: null,
})

export const eventRecord = struct(
  'frame_system::EventRecord',
  {
    phase,
    event: named('E', runtimeEvent),
    topics: named('Vec<T>', vec(h256)),
  },
  {
    params: [
      { name: 'E', type: runtimeEvent },
      { name: 'T', type: h256 },
    ],
  },
)

export const lastRuntimeUpgradeInfo = struct('frame_system::LastRuntimeUpgradeInfo', {
  specVersion: named('codec::Compact<u32>', compact(u32)),
  specName: named("Cow<'static, str>", cow(str)),
})

export const codeUpgradeAuthorization = struct(
  'frame_system::CodeUpgradeAuthorization',
  {
    codeHash: h256,
    checkVersion: bool,
  },
  { params: [{ name: 'T' }] },
)

export const dispatchEventInfo = struct('frame_system::DispatchEventInfo', {
  weight: dispatchWeight,
  class: dispatchClass,
  paysFee: pays,
})

export const weightsPerClass = struct('frame_system::limits::WeightsPerClass', {
  baseExtrinsic: dispatchWeight,
  maxExtrinsic: option(dispatchWeight),
  maxTotal: option(dispatchWeight),
  reserved: option(dispatchWeight),
})

export const blockWeights = struct('frame_system::limits::BlockWeights', {
  baseBlock: dispatchWeight,
  maxBlock: dispatchWeight,
  perClass: named('PerDispatchClass<WeightsPerClass>', perDispatchClass(weightsPerClass)),
})

export const blockLength = struct('frame_system::limits::BlockLength', {
  max: named('PerDispatchClass<u32>', perDispatchClass(u32)),
})
