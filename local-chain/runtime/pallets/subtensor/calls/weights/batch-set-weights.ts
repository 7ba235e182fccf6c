/**
 * `SubtensorModule.batch_set_weights`. Judges neurons of several subnets.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { compact, named, tuple, vec } from '../../../../../frame/types/combinators.ts'
import { u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { reportBatch } from '../../weights/batch.ts'
import { ensurePlainWeights, setWeights } from '../../weights/set-weights.ts'

export const batchSetWeights = call({
  index: 80,
  docs: 'Sets weights on several subnets. What fails is reported in events and does not stop the rest.',
  args: {
    netuids: named('Vec<Compact<NetUid>>', vec(compact(u16))),
    weights: named(
      'Vec<Vec<(Compact<u16>, Compact<u16>)>>',
      vec(vec(tuple(compact(u16), compact(u16)))),
    ),
    versionKeys: named('Vec<Compact<u64>>', vec(compact(u64))),
  },
  info: { weight: { refTime: 703_092_000n, proofSize: 7_395n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { netuids, weights, versionKeys }) {
    const hotkey = ensureSigned(origin)
    if (netuids.length !== weights.length || netuids.length !== versionKeys.length) {
      throw errors.InputLengthsUnequal
    }
    reportBatch(ctx, hotkey, netuids, (netuid, item) => {
      const row = weights[item] ?? []
      ensurePlainWeights(ctx, netuid)
      setWeights(ctx, hotkey, {
        netuid,
        mecid: 0,
        uids: row.map(([uid]) => uid),
        values: row.map(([, value]) => value),
        versionKey: versionKeys[item] ?? 0n,
      })
    })
  },
})
