/**
 * `Crowdloan.dissolve`: ends a crowdloan that only its creator is left in.
 *
 * Source: ../shared/spec/subnets.md section 15.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact, named } from '../../../../frame/types/combinators.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import { forgetCall } from '../../../bounded-call.ts'
import type { Ctx } from '../../../context.ts'
import { decProviders } from '../../system/accounts.ts'
import { ownCrowdloan, payFrom } from '../crowdloans.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { DISSOLVE_WEIGHT } from '../weights.ts'

export const dissolve = call({
  index: 5,
  docs: 'The creator ends a crowdloan that is not finalized and takes the deposit back. All others must have been refunded.',
  args: { crowdloanId: named('CrowdloanId', compact(u32)) },
  info: { weight: DISSOLVE_WEIGHT },
  run(ctx: Ctx, origin, { crowdloanId }) {
    const crowdloan = ownCrowdloan(ctx, origin, crowdloanId)
    const { contributions, crowdloans, maxContributions } = ctx.storage.crowdloan
    const own = contributions.get(crowdloanId, crowdloan.creator)
    ensure(own !== undefined, errors.NoContribution)
    ensure(own === crowdloan.raised, errors.NotReadyToDissolve)
    payFrom(ctx, crowdloan, crowdloan.creator, own)
    contributions.remove(crowdloanId, crowdloan.creator)
    if (crowdloan.call !== undefined) forgetCall(ctx, crowdloan.call)
    decProviders(ctx, crowdloan.fundsAccount)
    crowdloans.remove(crowdloanId)
    maxContributions.remove(crowdloanId)
    ctx.emit(events.Dissolved, { crowdloanId })
  },
})
