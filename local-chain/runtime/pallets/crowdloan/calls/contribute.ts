/**
 * `Crowdloan.contribute`: gives to a crowdloan.
 *
 * Source: ../shared/spec/subnets.md section 15.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact, named } from '../../../../frame/types/combinators.ts'
import { u32, u64 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { minBigint } from '../../../u64.ts'
import { freeBalance, transfer } from '../../balances/ledger.ts'
import { MAX_CONTRIBUTORS } from '../constants.ts'
import { crowdloanOf } from '../crowdloans.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { CONTRIBUTE_WEIGHT } from '../weights.ts'

export const contribute = call({
  index: 1,
  docs: 'Gives to a crowdloan that runs, at most what its cap and the maximum per contributor leave.',
  args: {
    crowdloanId: named('CrowdloanId', compact(u32)),
    amount: named('BalanceOf<T>', compact(u64)),
  },
  info: { weight: CONTRIBUTE_WEIGHT },
  run(ctx: Ctx, origin, args) {
    const contributor = ensureSigned(origin)
    const { crowdloanId } = args
    const s = ctx.storage.crowdloan
    const crowdloan = crowdloanOf(ctx, crowdloanId)
    ensure(ctx.blockNumber < crowdloan.end, errors.ContributionPeriodEnded)
    ensure(crowdloan.raised < crowdloan.cap, errors.CapRaised)
    ensure(args.amount >= crowdloan.minContribution, errors.ContributionTooLow)
    // A full crowdloan takes nothing more of those who are in it either.
    ensure(crowdloan.contributorsCount < MAX_CONTRIBUTORS, errors.MaxContributorsReached)
    const before = s.contributions.get(crowdloanId, contributor)
    const max = s.maxContributions.get(crowdloanId)
    let amount = minBigint(args.amount, crowdloan.cap - crowdloan.raised)
    if (max !== undefined) {
      ensure((before ?? 0n) < max, errors.MaxContributionReached)
      amount = minBigint(amount, max - (before ?? 0n))
    }
    ensure(freeBalance(ctx, contributor) >= amount, errors.InsufficientBalance)

    s.contributions.set(crowdloanId, contributor, (before ?? 0n) + amount)
    transfer(ctx, {
      from: contributor,
      to: crowdloan.fundsAccount,
      amount,
      preservation: 'Expendable',
    })
    s.crowdloans.set(crowdloanId, {
      ...crowdloan,
      raised: crowdloan.raised + amount,
      contributorsCount: crowdloan.contributorsCount + (before === undefined ? 1 : 0),
    })
    ctx.emit(events.Contributed, { crowdloanId, contributor, amount })
  },
})
