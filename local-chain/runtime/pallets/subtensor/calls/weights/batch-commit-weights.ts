/**
 * `SubtensorModule.batch_commit_weights`. Commits to weights on several subnets.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { compact, named, vec } from '../../../../../frame/types/combinators.ts'
import { h256 } from '../../../../../frame/types/common.ts'
import { u16 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { reportBatch } from '../../weights/batch.ts'
import { commitWeights } from '../../weights/commit.ts'

export const batchCommitWeights = call({
  index: 100,
  docs: 'Commits to weights on several subnets. What fails is reported in events and does not stop the rest.',
  args: {
    netuids: named('Vec<Compact<NetUid>>', vec(compact(u16))),
    commitHashes: named('Vec<H256>', vec(h256)),
  },
  info: { weight: { refTime: 722_224_000n, proofSize: 4_765n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { netuids, commitHashes }) {
    const hotkey = ensureSigned(origin)
    if (netuids.length !== commitHashes.length) throw errors.InputLengthsUnequal
    reportBatch(ctx, hotkey, netuids, (netuid, item) => {
      commitWeights(ctx, origin, { netuid, mecid: 0 }, commitHashes[item] ?? '')
    })
  },
})
