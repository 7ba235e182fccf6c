/**
 * `Proxy.remove_proxy`. Takes a proxy from the signer.
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
import { removeDelegate } from '../delegates.ts'
import { proxyType } from '../types.ts'
import { REMOVE_PROXY_WEIGHT } from '../weights.ts'

/** Origin: the account itself; its deposit comes back. Emits `ProxyRemoved`. @throws NotFound */
export const removeProxy = call({
  index: 2,
  docs: 'Takes a proxy from the signer.',
  args: { delegate: multiAddress, proxyType, delay: named('BlockNumberFor<T>', u32) },
  info: { weight: REMOVE_PROXY_WEIGHT },
  run(ctx: Ctx, origin, { delegate, proxyType, delay }) {
    removeDelegate(ctx, ensureSigned(origin), { delegate: lookup(delegate), proxyType, delay })
  },
})
