/**
 * `Proxy.remove_proxies`. Takes all proxies from the signer.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { removeAllDelegates } from '../delegates.ts'
import { REMOVE_PROXIES_WEIGHT } from '../weights.ts'

/** Origin: the account itself; all deposits come back. No event of its own. */
export const removeProxies = call({
  index: 3,
  docs: 'Takes all proxies from the signer.',
  args: {},
  info: { weight: REMOVE_PROXIES_WEIGHT },
  run(ctx: Ctx, origin) {
    removeAllDelegates(ctx, ensureSigned(origin))
  },
})
