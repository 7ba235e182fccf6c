/**
 * `Crowdloan.refund`: gives contributors their money back, some at a time.
 *
 * Source: ../shared/spec/subnets.md section 15.
 *
 * @module
 */
import { call } from '../../../../frame/pallet.ts'
import { compact, named } from '../../../../frame/types/combinators.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingSubU64 } from '../../../u64.ts'
import { REFUND_CONTRIBUTORS_LIMIT } from '../constants.ts'
import { ownCrowdloan, payFrom } from '../crowdloans.ts'
import { events } from '../events.ts'
import { REFUND_WEIGHT, refundWeight } from '../weights.ts'

export const refund = call({
  index: 4,
  docs: 'The creator pays up to fifty contributors back, in the order of their accounts; what the creator gave stays. Repeat it until all are refunded.',
  args: { crowdloanId: named('CrowdloanId', compact(u32)) },
  info: { weight: REFUND_WEIGHT },
  run(ctx: Ctx, origin, { crowdloanId }) {
    const crowdloan = ownCrowdloan(ctx, origin, crowdloanId)
    const { contributions, crowdloans } = ctx.storage.crowdloan
    const others = contributions
      .entriesOf(crowdloanId)
      .filter(([contributor]) => contributor !== crowdloan.creator)
    const refunded = others.slice(0, REFUND_CONTRIBUTORS_LIMIT)
    let { raised } = crowdloan
    for (const [contributor, amount] of refunded) {
      payFrom(ctx, crowdloan, contributor, amount)
      contributions.remove(crowdloanId, contributor)
      raised = saturatingSubU64(raised, amount)
    }
    crowdloans.set(crowdloanId, {
      ...crowdloan,
      raised,
      contributorsCount: crowdloan.contributorsCount - refunded.length,
    })
    const all = refunded.length === others.length
    ctx.emit(all ? events.AllRefunded : events.PartiallyRefunded, { crowdloanId })
    return { actualWeight: refundWeight(refunded.length) }
  },
})
