/**
 * MevShield: extrinsics that are encrypted until a block includes them.
 *
 * @module
 */
import type { Context } from '../../../frame/context.ts'
import { pallet } from '../../../frame/pallet.ts'
import type { Ctx } from '../../context.ts'
import { calls } from './calls/index.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { processQueue } from './queue.ts'
import { storage } from './storage.ts'

export const mevShield = pallet({
  name: 'MevShield',
  index: 30,
  path: 'pallet_shield',
  docs: 'Extrinsics that are encrypted until a block includes them.',
  storage,
  calls,
  events,
  errors,
  onInitialize: (ctx: Context) => processQueue(ctx as Ctx),
})
