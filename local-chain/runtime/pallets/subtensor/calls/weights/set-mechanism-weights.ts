/**
 * `SubtensorModule.set_mechanism_weights`. Judges neurons by one mechanism of a subnet.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named, vec } from '../../../../../frame/types/combinators.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u8, u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { ensurePlainWeights, setWeights } from '../../weights/set-weights.ts'

export const setMechanismWeights = call({
  index: 119,
  docs: 'Judges neurons by one mechanism of a subnet, as set_weights does by the first.',
  args: {
    netuid,
    mecid: named('MechId', u8),
    dests: vec(u16),
    weights: vec(u16),
    versionKey: u64,
  },
  info: { weight: { refTime: 118_515_000_000n, proofSize: 0n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { netuid, mecid, dests, weights, versionKey }) {
    ensurePlainWeights(ctx, netuid)
    const hotkey = ensureSigned(origin)
    setWeights(ctx, hotkey, { netuid, mecid, uids: dests, values: weights, versionKey })
  },
})
