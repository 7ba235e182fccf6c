/**
 * `SubtensorModule.commit_timelocked_mechanism_weights`. Commits to encrypted weights of one mechanism.
 *
 * @module
 */
import { call } from '../../../../../frame/pallet.ts'
import { named } from '../../../../../frame/types/combinators.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u8, u16, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { commitTimelocked } from '../../weights/commit.ts'
import { commitBytes } from './commit-bytes.ts'

export const commitTimelockedMechanismWeights = call({
  index: 118,
  docs: 'Commits to encrypted weights of one mechanism of a subnet, as commit_timelocked_weights does for the first.',
  args: {
    netuid,
    mecid: named('MechId', u8),
    commit: commitBytes,
    revealRound: u64,
    commitRevealVersion: u16,
  },
  info: { weight: { refTime: 509_020_000n, proofSize: 0n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { commitRevealVersion: version, ...order }) {
    commitTimelocked(ctx, origin, { ...order, version })
  },
})
