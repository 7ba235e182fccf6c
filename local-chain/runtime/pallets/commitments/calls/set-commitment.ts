/**
 * `Commitments.set_commitment`. Publishes what a hotkey states on a subnet.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import { netuid } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { setCommitment as commit } from '../set-commitment.ts'
import { commitmentInfo } from '../types.ts'

/**
 * Origin: a hotkey with a uid on the subnet. Free. Emits `Commitment` or `TimelockCommitment`.
 *
 * @throws AccountNotAllowedCommit
 * @throws SpaceLimitExceeded
 */
export const setCommitment = call({
  index: 0,
  docs: 'Publishes what the signing hotkey states on a subnet, in the place of what it stated before.',
  args: { netuid, info: named('Box<CommitmentInfo<T::MaxFields>>', commitmentInfo) },
  info: { weight: { refTime: 558_480_000n, proofSize: 0n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { netuid, info }) {
    commit(ctx, { netuid, who: ensureSigned(origin), fields: info.fields })
  },
})
