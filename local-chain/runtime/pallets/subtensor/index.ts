/**
 * SubtensorModule: subnets, neurons, stake, weights, emission.
 *
 * @module
 */
import type { Context } from '../../../frame/context.ts'
import { pallet } from '../../../frame/pallet.ts'
import type { Ctx } from '../../context.ts'
import { onInitialize } from './block-step/index.ts'
import { calls } from './calls.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { storage } from './storage.ts'

export const subtensor = pallet({
  name: 'SubtensorModule',
  index: 7,
  path: 'pallet_subtensor',
  docs: 'Subnets, neurons, stake, weights and emission.',
  storage,
  calls,
  events,
  errors,
  constants,
  onInitialize: (ctx: Context) => onInitialize(ctx as Ctx),
})
