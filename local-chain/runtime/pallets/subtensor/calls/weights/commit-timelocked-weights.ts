/**
 * `SubtensorModule.commit_timelocked_weights`. Commits to encrypted weights.
 *
 * @module
 */
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { commitTimelocked } from '../../weights/commit.ts'
import { commitBytes } from './commit-bytes.ts'

export const commitTimelockedWeights = call({
  index: 113,
  docs: "Commits to weights encrypted to a round of the drand beacon. The chain reveals them in the epoch that is the reveal period later, once the round's pulse is there.",
  args: { netuid, commit: commitBytes, revealRound: u64, commitRevealVersion: u16 },
  info: { weight: { refTime: 636_951_000n, proofSize: 4_713n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { netuid, commit, revealRound, commitRevealVersion: version }) {
    commitTimelocked(ctx, origin, { netuid, mecid: 0, commit, revealRound, version })
  },
})
