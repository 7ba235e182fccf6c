/**
 * `SubtensorModule.reveal_mechanism_weights`. Reveals committed weights of one mechanism.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { named, vec } from '../../../../../frame/types/combinators.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u8, u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { revealWeights } from '../../weights/reveal.ts'

export const revealMechanismWeights = call({
  index: 116,
  docs: 'Reveals weights of one mechanism of a subnet, as reveal_weights does for the first.',
  args: {
    netuid,
    mecid: named('MechId', u8),
    uids: vec(u16),
    values: vec(u16),
    salt: vec(u16),
    versionKey: u64,
  },
  info: { weight: { refTime: 722_000_000n, proofSize: 0n }, paysFee: 'No' },
  run(ctx: Ctx, origin, args) {
    revealWeights(ctx, ensureSigned(origin), args)
  },
})
