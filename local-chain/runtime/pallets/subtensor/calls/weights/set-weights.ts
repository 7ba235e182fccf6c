/**
 * `SubtensorModule.set_weights`. Judges the neurons of a subnet.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { vec } from '../../../../../frame/types/combinators.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { ensurePlainWeights, setWeights } from '../../weights/set-weights.ts'

export const setWeightsCall = call({
  index: 0,
  docs: "Judges neurons of a subnet by uid and weight. Signed by a validator's hotkey; refused while weights must be committed.",
  args: { netuid, dests: vec(u16), weights: vec(u16), versionKey: u64 },
  info: { weight: { refTime: 118_513_610_000n, proofSize: 10_327_410n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { netuid, dests, weights, versionKey }) {
    ensurePlainWeights(ctx, netuid)
    const hotkey = ensureSigned(origin)
    setWeights(ctx, hotkey, { netuid, mecid: 0, uids: dests, values: weights, versionKey })
  },
})
