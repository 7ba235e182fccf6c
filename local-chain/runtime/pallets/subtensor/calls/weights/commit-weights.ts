/**
 * `SubtensorModule.commit_weights`. Commits to weights by their hash.
 *
 * @module
 */
import { call } from '../../../../../frame/pallet.ts'
import { named } from '../../../../../frame/types/combinators.ts'
import { h256, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { commitWeights } from '../../weights/commit.ts'

export const commitWeightsCall = call({
  index: 96,
  docs: 'Commits to weights by their hash. Reveal them in the one epoch that is the reveal period later. Ten commits may wait at once.',
  args: { netuid, commitHash: named('H256', h256) },
  info: { weight: { refTime: 594_049_000n, proofSize: 4_714n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { netuid, commitHash }) {
    commitWeights(ctx, origin, { netuid, mecid: 0 }, commitHash)
  },
})
