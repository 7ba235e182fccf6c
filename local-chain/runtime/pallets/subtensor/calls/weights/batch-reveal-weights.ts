/**
 * `SubtensorModule.batch_reveal_weights`. Reveals several commits of one subnet.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { vec } from '../../../../../frame/types/combinators.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { revealWeightsBatch } from '../../weights/reveal.ts'

export const batchRevealWeights = call({
  index: 98,
  docs: 'Reveals several commits of one subnet in the order given: all of them, or none.',
  args: {
    netuid,
    uidsList: vec(vec(u16)),
    valuesList: vec(vec(u16)),
    saltsList: vec(vec(u16)),
    versionKeys: vec(u64),
  },
  info: { weight: { refTime: 1_096_363_000n, proofSize: 8_095n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { netuid, uidsList, valuesList, saltsList, versionKeys }) {
    const count = uidsList.length
    if ([valuesList, saltsList, versionKeys].some((list) => list.length !== count)) {
      throw errors.InputLengthsUnequal
    }
    const batch = uidsList.map((uids, item) => ({
      netuid,
      mecid: 0,
      uids,
      values: valuesList[item] ?? [],
      salt: saltsList[item] ?? [],
      versionKey: versionKeys[item] ?? 0n,
    }))
    revealWeightsBatch(ctx, ensureSigned(origin), netuid, batch)
  },
})
