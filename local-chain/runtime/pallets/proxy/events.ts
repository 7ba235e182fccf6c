/**
 * Events of Proxy, in wire order: the position is the index.
 *
 * @module
 */
import { dispatchResult } from '../../../frame/dispatch-error.ts'
import { palletEvents } from '../../../frame/pallet.ts'
import { named } from '../../../frame/types/combinators.ts'
import { accountId, h256 } from '../../../frame/types/common.ts'
import { bool, u16, u32, u64 } from '../../../frame/types/primitives.ts'
import { depositKind, proxyType } from './types.ts'

export const events = palletEvents(
  { index: 16, name: 'Proxy', path: 'pallet_subtensor_proxy' },
  {
    ProxyExecuted: { result: dispatchResult },
    PureCreated: {
      pure: accountId,
      who: accountId,
      proxyType: proxyType,
      disambiguationIndex: u16,
    },
    PureKilled: {
      pure: accountId,
      spawner: accountId,
      proxyType: proxyType,
      disambiguationIndex: u16,
    },
    Announced: { real: accountId, proxy: accountId, callHash: named('CallHashOf<T>', h256) },
    ProxyAdded: {
      delegator: accountId,
      delegatee: accountId,
      proxyType: proxyType,
      delay: named('BlockNumberFor<T>', u32),
    },
    ProxyRemoved: {
      delegator: accountId,
      delegatee: accountId,
      proxyType: proxyType,
      delay: named('BlockNumberFor<T>', u32),
    },
    DepositPoked: {
      who: accountId,
      kind: depositKind,
      oldDeposit: named('BalanceOf<T>', u64),
      newDeposit: named('BalanceOf<T>', u64),
    },
    RealPaysFeeSet: { real: accountId, delegate: accountId, paysFee: bool },
  },
  { params: [{ name: 'T' }] },
)
