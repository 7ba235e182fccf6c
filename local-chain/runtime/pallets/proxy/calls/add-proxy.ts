/**
 * `Proxy.add_proxy`. Gives the signer one more proxy.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { multiAddress } from '../../../../frame/types/common.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { lookup } from '../../balances/calls/lookup.ts'
import { addDelegate } from '../delegates.ts'
import { proxyType } from '../types.ts'
import { ADD_PROXY_WEIGHT } from '../weights.ts'

/** Origin: the account itself; a deposit is reserved. Emits `ProxyAdded`. @throws NoSelfProxy, Duplicate, TooMany */
export const addProxy = call({
  index: 1,
  docs: 'Gives the signer one more proxy.',
  args: { delegate: multiAddress, proxyType, delay: named('BlockNumberFor<T>', u32) },
  info: { weight: ADD_PROXY_WEIGHT },
  run(ctx: Ctx, origin, { delegate, proxyType, delay }) {
    addDelegate(ctx, ensureSigned(origin), { delegate: lookup(delegate), proxyType, delay })
  },
})
