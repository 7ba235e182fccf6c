/**
 * Scheduler: calls that root runs in a later block, once or again and again.
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
import { serviceAgendas } from './service.ts'
import { storage } from './storage.ts'

export const scheduler = pallet({
  name: 'Scheduler',
  index: 15,
  path: 'pallet_scheduler',
  docs: 'Calls that root runs in a later block, once or again and again.',
  storage,
  calls,
  events,
  errors,
  constants,
  onInitialize: (ctx: Context) => serviceAgendas(ctx as Ctx),
})
