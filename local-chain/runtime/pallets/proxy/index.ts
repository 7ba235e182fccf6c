/**
 * Proxy: accounts that act for other accounts, within a type and after a delay.
 *
 * @module
 */
import type { Context } from '../../../frame/context.ts'
import { pallet } from '../../../frame/pallet.ts'
import type { Ctx } from '../../context.ts'
import { calls } from './calls/index.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const proxy = pallet({
  name: 'Proxy',
  index: 16,
  path: 'pallet_subtensor_proxy',
  docs: 'Accounts that act for other accounts, within a type and after a delay.',
  storage,
  calls,
  events,
  errors,
  constants,
  onFinalize(ctx: Context) {
    ;(ctx as Ctx).storage.proxy.lastCallResult.clear()
  },
})
