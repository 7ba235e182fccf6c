/**
 * `Crowdloan.create`: opens a crowdloan with the deposit of its creator.
 *
 * Source: ../shared/spec/subnets.md section 15.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact, named, option } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { u32, u64 } from '../../../../frame/types/primitives.ts'
import { keepCall } from '../../../bounded-call.ts'
import type { Ctx } from '../../../context.ts'
import { addWeights, dispatchInfo } from '../../../executive/weights.ts'
import { freeBalance, transfer } from '../../balances/ledger.ts'
import { incProviders } from '../../system/accounts.ts'
import { ABSOLUTE_MINIMUM_CONTRIBUTION, MINIMUM_DEPOSIT } from '../constants.ts'
import { ensureValidEnd, fundsAccount } from '../crowdloans.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { CREATE_WEIGHT } from '../weights.ts'

const ID_MAX = 0xffff_ffff
const amount = named('BalanceOf<T>', compact(u64))

export const create = call({
  index: 0,
  docs: 'Opens a crowdloan with a deposit. When its cap is raised, the creator finalizes it: the funds go to the target address, or the call is dispatched. Exactly one of the two is named.',
  args: {
    deposit: amount,
    minContribution: amount,
    cap: amount,
    end: named('BlockNumberFor<T>', compact(u32)),
    call: named('Option<Box<<T as Config>::RuntimeCall>>', option(runtimeCall)),
    targetAddress: named('Option<T::AccountId>', option(accountId)),
  },
  info(ctx: Ctx, args) {
    const inner = args.call && dispatchInfo(ctx, args.call).weight
    return { weight: inner === undefined ? CREATE_WEIGHT : addWeights(CREATE_WEIGHT, inner) }
  },
  run(ctx: Ctx, origin, args) {
    const creator = ensureSigned(origin)
    const { cap, deposit, end, minContribution, targetAddress } = args
    ensure(deposit >= MINIMUM_DEPOSIT, errors.DepositTooLow)
    ensure(cap > deposit, errors.CapTooLow)
    ensure(minContribution >= ABSOLUTE_MINIMUM_CONTRIBUTION, errors.MinimumContributionTooLow)
    const hasCall = args.call !== undefined
    ensure(hasCall !== (targetAddress !== undefined), errors.InvalidFinalizationConfig)
    ensureValidEnd(ctx, end)
    ensure(freeBalance(ctx, creator) >= deposit, errors.InsufficientBalance)

    const s = ctx.storage.crowdloan
    const crowdloanId = s.nextCrowdloanId.get()
    ensure(crowdloanId < ID_MAX, errors.Overflow)
    s.nextCrowdloanId.set(crowdloanId + 1)
    const funds = fundsAccount(crowdloanId)
    incProviders(ctx, funds)
    s.crowdloans.set(crowdloanId, {
      creator,
      deposit,
      minContribution,
      end,
      cap,
      fundsAccount: funds,
      raised: deposit,
      targetAddress,
      call: args.call && keepCall(ctx, args.call),
      finalized: false,
      contributorsCount: 1,
    })
    transfer(ctx, { from: creator, to: funds, amount: deposit, preservation: 'Expendable' })
    s.contributions.set(crowdloanId, creator, deposit)
    ctx.emit(events.Created, { crowdloanId, creator, end, cap })
  },
})
