/**
 * Aura: the slot of the block, from its first digest, and who authors in it.
 *
 * Source: `../shared/spec/block-pipeline.md` 1.1.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import type { Ctx } from '../../context.ts'
import { constants } from './constants.ts'
import { blockSlot } from './slot.ts'
import { storage } from './storage.ts'

export const aura = pallet({
  name: 'Aura',
  index: 3,
  path: 'pallet_aura',
  docs: 'The slot of the block and the authorities that take turns.',
  storage,
  constants,
  onInitialize(ctx) {
    const slot = blockSlot(ctx as Ctx)
    if (slot === undefined) return
    const { currentSlot } = (ctx as Ctx).storage.aura
    if (currentSlot.exists() && slot <= currentSlot.get()) {
      throw new Error(`slot ${slot} is not after slot ${currentSlot.get()}`)
    }
    currentSlot.set(slot)
  },
})
