/**
 * `Crowdloan.finalize`: pays out what was raised, or dispatches the call that was agreed.
 *
 * Source: ../shared/spec/subnets.md section 15.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned, signed } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact, named } from '../../../../frame/types/combinators.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import { type BoundedCall, keptCall } from '../../../bounded-call.ts'
import type { Ctx } from '../../../context.ts'
import { dispatch } from '../../../executive/dispatch.ts'
import { crowdloanOf, payFrom } from '../crowdloans.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import type { CrowdloanInfo } from '../types.ts'
import { FINALIZE_WEIGHT } from '../weights.ts'

export const finalize = call({
  index: 3,
  docs: 'The creator of a crowdloan that reached its cap has the funds paid out or the call dispatched. The end need not have come.',
  args: { crowdloanId: named('CrowdloanId', compact(u32)) },
  info: { weight: FINALIZE_WEIGHT },
  run(ctx: Ctx, origin, { crowdloanId }) {
    const who = ensureSigned(origin)
    const crowdloan = crowdloanOf(ctx, crowdloanId)
    ensure(crowdloan.creator === who, errors.InvalidOrigin)
    ensure(crowdloan.raised === crowdloan.cap, errors.CapNotRaised)
    ensure(!crowdloan.finalized, errors.AlreadyFinalized)
    const { call: kept, targetAddress } = crowdloan
    ensure((kept === undefined) !== (targetAddress === undefined), errors.InvalidFinalizationConfig)
    if (kept !== undefined) dispatchKept(ctx, crowdloanId, crowdloan, kept)
    else if (targetAddress !== undefined) payFrom(ctx, crowdloan, targetAddress, crowdloan.raised)
    // As it was before the call ran: what the call changed of this crowdloan is overwritten.
    ctx.storage.crowdloan.crowdloans.set(crowdloanId, { ...crowdloan, finalized: true })
    ctx.emit(events.Finalized, { crowdloanId })
  },
})

/** The call sees which crowdloan it runs for. @throws CallUnavailable, and whatever the call throws */
function dispatchKept(ctx: Ctx, id: number, { creator }: CrowdloanInfo, kept: BoundedCall): void {
  const { currentCrowdloanId } = ctx.storage.crowdloan
  currentCrowdloanId.set(id)
  const stored = keptCall(ctx, kept)
  ensure(stored !== undefined, errors.CallUnavailable)
  const outcome = dispatch(ctx, signed(creator), stored)
  if (!outcome.ok) throw outcome.failure.withPost({})
  currentCrowdloanId.remove()
}
