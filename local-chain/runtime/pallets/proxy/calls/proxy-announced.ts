/**
 * `Proxy.proxy_announced`. Dispatches an announced call, once its delay is over.
 *
 * @module
 */
import { blake2b256Hex } from '../../../../../src/primitives/hash.ts'
import { runtimeCall } from '../../../../frame/call-table.ts'
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named, option } from '../../../../frame/types/combinators.ts'
import { multiAddress } from '../../../../frame/types/common.ts'
import { encode } from '../../../../frame/types/type.ts'
import type { Ctx } from '../../../context.ts'
import { addWeights, dispatchInfo } from '../../../executive/weights.ts'
import { lookup } from '../../balances/calls/lookup.ts'
import { dropAnnouncements } from '../announcements.ts'
import { findProxy } from '../delegates.ts'
import { errors } from '../errors.ts'
import { executeAs } from '../execute.ts'
import { proxyType } from '../types.ts'
import { PROXY_ANNOUNCED_WEIGHT } from '../weights.ts'

/**
 * Origin: anyone signed. Drops the announcements that it fulfils. Emits `ProxyExecuted`.
 *
 * @throws NotProxy
 * @throws Unannounced  not announced, or the delay is not over
 */
export const proxyAnnounced = call({
  index: 9,
  docs: 'Dispatches a call that the delegate announced long enough ago.',
  args: {
    delegate: multiAddress,
    real: multiAddress,
    forceProxyType: named('Option<T::ProxyType>', option(proxyType)),
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
  },
  info(ctx: Ctx, args) {
    const inner = dispatchInfo(ctx, args.call)
    return { weight: addWeights(PROXY_ANNOUNCED_WEIGHT, inner.weight), class: inner.class }
  },
  run(ctx: Ctx, origin, args) {
    ensureSigned(origin)
    const delegate = lookup(args.delegate)
    const real = lookup(args.real)
    const { proxyType, delay } = findProxy(ctx, real, delegate, args.forceProxyType)
    const hash = blake2b256Hex(encode(runtimeCall, args.call))
    try {
      dropAnnouncements(ctx, delegate, (announcement) => {
        const age = Math.max(0, ctx.blockNumber - announcement.height)
        return announcement.real === real && announcement.callHash === hash && age >= delay
      })
    } catch (error) {
      throw error instanceof DispatchFailure ? errors.Unannounced : error
    }
    executeAs(ctx, real, proxyType, args.call)
  },
})
