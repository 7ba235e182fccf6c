/**
 * `Crowdloan.withdraw`: takes a contribution back.
 *
 * Source: ../shared/spec/subnets.md section 15.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact, named } from '../../../../frame/types/combinators.ts'
import { u32 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingSubU64 } from '../../../u64.ts'
import { openCrowdloan, payFrom } from '../crowdloans.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { WITHDRAW_WEIGHT } from '../weights.ts'

export const withdraw = call({
  index: 2,
  docs: "Takes the signer's contribution back while the crowdloan is not finalized. The creator's deposit stays.",
  args: { crowdloanId: named('CrowdloanId', compact(u32)) },
  info: { weight: WITHDRAW_WEIGHT },
  run(ctx: Ctx, origin, { crowdloanId }) {
    const contributor = ensureSigned(origin)
    const { contributions, crowdloans } = ctx.storage.crowdloan
    const crowdloan = openCrowdloan(ctx, crowdloanId)
    const given = contributions.get(crowdloanId, contributor) ?? 0n
    ensure(given > 0n, errors.NoContribution)
    const isCreator = contributor === crowdloan.creator
    const amount = isCreator ? saturatingSubU64(given, crowdloan.deposit) : given
    if (isCreator) {
      ensure(amount > 0n, errors.DepositCannotBeWithdrawn)
      contributions.set(crowdloanId, contributor, crowdloan.deposit)
    } else {
      ensure(crowdloan.contributorsCount > 0, errors.Underflow)
      contributions.remove(crowdloanId, contributor)
    }
    payFrom(ctx, crowdloan, contributor, amount)
    crowdloans.set(crowdloanId, {
      ...crowdloan,
      raised: saturatingSubU64(crowdloan.raised, amount),
      contributorsCount: crowdloan.contributorsCount - (isCreator ? 0 : 1),
    })
    ctx.emit(events.Withdrew, { crowdloanId, contributor, amount })
  },
})
