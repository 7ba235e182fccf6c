/**
 * Commitments of a dissolved subnet go with it.
 *
 * Source: ../shared/spec/subnets.md section 3.3 step 4.
 *
 * @module
 */
import type { Ctx } from '../../context.ts'

/** The set of waiting commitments is written also when nothing changes. */
export function purgeCommitments(ctx: Ctx, netuid: number): void {
  const s = ctx.storage.commitments
  s.commitmentOf.clearOf(netuid)
  s.lastCommitment.clearOf(netuid)
  s.lastBondsReset.clearOf(netuid)
  s.revealedCommitments.clearOf(netuid)
  s.usedSpaceOf.clearOf(netuid)
  s.timelockedIndex.set(s.timelockedIndex.get().filter(([of]) => of !== netuid))
}
