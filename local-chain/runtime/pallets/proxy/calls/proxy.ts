/**
 * `Proxy.proxy`. Dispatches a call for another account.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named, option } from '../../../../frame/types/combinators.ts'
import { multiAddress } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { addWeights, dispatchInfo } from '../../../executive/weights.ts'
import { lookup } from '../../balances/calls/lookup.ts'
import { findProxy } from '../delegates.ts'
import { errors } from '../errors.ts'
import { executeAs } from '../execute.ts'
import { proxyType } from '../types.ts'
import { PROXY_WEIGHT } from '../weights.ts'

/**
 * Origin: a proxy without delay. Free where the call is. Emits `ProxyExecuted`.
 *
 * @throws NotProxy
 * @throws Unannounced  the proxy has a delay
 */
export const proxy = call({
  index: 0,
  docs: 'Dispatches a call for the account that the signer is a proxy of.',
  args: {
    real: multiAddress,
    forceProxyType: named('Option<T::ProxyType>', option(proxyType)),
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
  },
  info(ctx: Ctx, args) {
    const { weight, paysFee } = dispatchInfo(ctx, args.call)
    return { weight: addWeights(PROXY_WEIGHT, weight), paysFee }
  },
  run(ctx: Ctx, origin, args) {
    const who = ensureSigned(origin)
    const real = lookup(args.real)
    const found = findProxy(ctx, real, who, args.forceProxyType)
    ensure(found.delay === 0, errors.Unannounced)
    executeAs(ctx, real, found.proxyType, args.call)
  },
})
