/**
 * Commitments: small public statements of hotkeys, in the clear or timelocked.
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
import { revealCommitments } from './reveal.ts'
import { storage } from './storage.ts'

export const commitments = pallet({
  name: 'Commitments',
  index: 18,
  path: 'pallet_commitments',
  calls,
  constants,
  errors,
  events,
  storage,
  onInitialize: (ctx: Context) => revealCommitments(ctx as Ctx),
})
