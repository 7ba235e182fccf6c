/**
 * `SubtensorModule.commit_mechanism_weights`. Commits to weights of one mechanism by their hash.
 *
 * @module
 */
import { call } from '../../../../../frame/pallet.ts'
import { named } from '../../../../../frame/types/combinators.ts'
import { h256, netuid } from '../../../../../frame/types/common.ts'
import { u8 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { commitWeights } from '../../weights/commit.ts'

export const commitMechanismWeights = call({
  index: 115,
  docs: 'Commits to weights of one mechanism of a subnet, as commit_weights does for the first.',
  args: { netuid, mecid: named('MechId', u8), commitHash: named('H256', h256) },
  info: { weight: { refTime: 430_130_000n, proofSize: 0n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { netuid, mecid, commitHash }) {
    commitWeights(ctx, origin, { netuid, mecid }, commitHash)
  },
})
