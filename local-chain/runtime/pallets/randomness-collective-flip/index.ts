/**
 * RandomnessCollectiveFlip: the last 81 parent hashes, as material for low-grade randomness.
 *
 * Source: `../shared/spec/block-pipeline.md` 1.2.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import type { Ctx } from '../../context.ts'
import { storage } from './storage.ts'

/** How many parent hashes are kept. */
const MATERIAL = 81

export const randomnessCollectiveFlip = pallet({
  name: 'RandomnessCollectiveFlip',
  index: 1,
  path: 'pallet_insecure_randomness_collective_flip',
  docs: 'Hashes of the last 81 parent blocks.',
  storage,
  onInitialize(ctx) {
    const { blockNumber, parentHash } = ctx as Ctx
    const { randomMaterial } = (ctx as Ctx).storage.randomness
    const material = [...randomMaterial.get()]
    if (material.length < MATERIAL) material.push(parentHash)
    else material[(blockNumber - 1) % MATERIAL] = parentHash
    randomMaterial.set(material)
  },
})
