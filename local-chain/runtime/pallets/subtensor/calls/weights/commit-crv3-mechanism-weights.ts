/**
 * `SubtensorModule.commit_crv3_mechanism_weights`. Commits to encrypted weights of one mechanism, in the fourth version.
 *
 * @module
 */
import { call } from '../../../../../frame/pallet.ts'
import { named } from '../../../../../frame/types/combinators.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u8, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { commitTimelocked } from '../../weights/commit.ts'
import { commitBytes } from './commit-bytes.ts'

/** What this call says in the place of a version. */
const VERSION = 4

export const commitCrv3MechanismWeights = call({
  index: 117,
  docs: 'Commits to encrypted weights of one mechanism of a subnet, as commit_timelocked_mechanism_weights does with version 4.',
  args: { netuid, mecid: named('MechId', u8), commit: commitBytes, revealRound: u64 },
  info: { weight: { refTime: 452_750_000n, proofSize: 0n }, paysFee: 'No' },
  run(ctx: Ctx, origin, order) {
    commitTimelocked(ctx, origin, { ...order, version: VERSION })
  },
})
