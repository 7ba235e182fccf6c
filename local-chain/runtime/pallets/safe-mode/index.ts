/**
 * SafeMode: root stops all but the most needed calls for a while.
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
import { leaveWhenOver } from './mode.ts'
import { storage } from './storage.ts'

export const safeMode = pallet({
  name: 'SafeMode',
  index: 20,
  path: 'pallet_safe_mode',
  docs: 'Root stops all but the most needed calls for a while.',
  storage,
  calls,
  events,
  errors,
  constants,
  onInitialize: (ctx: Context) => leaveWhenOver(ctx as Ctx),
})
