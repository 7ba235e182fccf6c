/**
 * Types that the proxy pallet owns.
 *
 * @module
 */
import { named, struct } from '../../../frame/types/combinators.ts'
import { accountId, h256 } from '../../../frame/types/common.ts'
import { plainEnum } from '../../../frame/types/enumeration.ts'
import { u32 } from '../../../frame/types/primitives.ts'
import type { TypeOf } from '../../../frame/types/type.ts'

/** What a proxy may do for the account; `filter.ts` says which calls each type allows. */
export const proxyType = plainEnum(
  'subtensor_runtime_common::ProxyType',
  [
    'Any',
    'Owner',
    'NonCritical',
    'NonTransfer',
    'Senate',
    'NonFungible',
    'Triumvirate',
    'Governance',
    'Staking',
    'Registration',
    'Transfer',
    'SmallTransfer',
    'RootWeights',
    'ChildKeys',
    'SudoUncheckedSetCode',
    'SwapHotkey',
    'SubnetLeaseBeneficiary',
    'RootClaim',
  ],
  { typeName: 'T::ProxyType' },
)
export type ProxyType = TypeOf<typeof proxyType>

export const proxyDefinition = struct(
  'pallet_subtensor_proxy::ProxyDefinition',
  {
    delegate: named('AccountId', accountId),
    proxyType: named('ProxyType', proxyType),
    delay: named('BlockNumber', u32),
  },
  {
    params: [
      { name: 'AccountId', type: accountId },
      { name: 'ProxyType', type: proxyType },
      { name: 'BlockNumber', type: u32 },
    ],
  },
)

export type ProxyDefinition = TypeOf<typeof proxyDefinition>

export const announcement = struct(
  'pallet_subtensor_proxy::Announcement',
  {
    real: named('AccountId', accountId),
    callHash: named('Hash', h256),
    height: named('BlockNumber', u32),
  },
  {
    params: [
      { name: 'AccountId', type: accountId },
      { name: 'Hash', type: h256 },
      { name: 'BlockNumber', type: u32 },
    ],
  },
)

export type Announcement = TypeOf<typeof announcement>

export const depositKind = plainEnum('pallet_subtensor_proxy::DepositKind', [
  'Proxies',
  'Announcements',
])
