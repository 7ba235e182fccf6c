/**
 * `SubtensorModule.reveal_weights`. Reveals committed weights.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { vec } from '../../../../../frame/types/combinators.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { revealWeights } from '../../weights/reveal.ts'

export const revealWeightsCall = call({
  index: 97,
  docs: 'Reveals weights that were committed the reveal period ago, and sets them. Older commits are given up.',
  args: { netuid, uids: vec(u16), values: vec(u16), salt: vec(u16), versionKey: u64 },
  info: { weight: { refTime: 786_227_000n, proofSize: 7_590n }, paysFee: 'No' },
  run(ctx: Ctx, origin, args) {
    revealWeights(ctx, ensureSigned(origin), { ...args, mecid: 0 })
  },
})
