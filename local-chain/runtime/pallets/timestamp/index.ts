/**
 * Timestamp: the time of the block, which its first extrinsic sets.
 *
 * Source: `../shared/spec/block-pipeline.md` 1.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import type { Ctx } from '../../context.ts'
import { calls } from './calls/index.ts'
import { constants } from './constants.ts'
import { storage } from './storage.ts'

export const timestamp = pallet({
  name: 'Timestamp',
  index: 2,
  path: 'pallet_timestamp',
  docs: 'The time of the block.',
  storage,
  calls,
  constants,
  onFinalize(ctx) {
    const { didUpdate } = (ctx as Ctx).storage.timestamp
    if (!didUpdate.get()) throw new Error('the block has no Timestamp.set')
    didUpdate.remove()
  },
})
