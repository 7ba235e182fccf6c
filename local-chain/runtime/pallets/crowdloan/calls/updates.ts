/**
 * Calls that change the terms of a crowdloan that is not finalized; its creator may.
 *
 * Source: ../shared/spec/subnets.md section 15.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact, named, option } from '../../../../frame/types/combinators.ts'
import { u32, u64 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { ABSOLUTE_MINIMUM_CONTRIBUTION } from '../constants.ts'
import { ensureValidEnd, ownCrowdloan } from '../crowdloans.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import {
  SET_MAX_CONTRIBUTION_WEIGHT,
  UPDATE_CAP_WEIGHT,
  UPDATE_END_WEIGHT,
  UPDATE_MIN_CONTRIBUTION_WEIGHT,
} from '../weights.ts'

const crowdloanId = named('CrowdloanId', compact(u32))
const amount = named('BalanceOf<T>', compact(u64))

export const updateMinContribution = call({
  index: 6,
  docs: 'Sets the least that a contributor gives. It may not exceed the maximum per contributor.',
  args: { crowdloanId, newMinContribution: amount },
  info: { weight: UPDATE_MIN_CONTRIBUTION_WEIGHT },
  run(ctx: Ctx, origin, args) {
    const crowdloan = ownCrowdloan(ctx, origin, args.crowdloanId)
    const { crowdloans, maxContributions } = ctx.storage.crowdloan
    const minContribution = args.newMinContribution
    ensure(minContribution >= ABSOLUTE_MINIMUM_CONTRIBUTION, errors.MinimumContributionTooLow)
    const max = maxContributions.get(args.crowdloanId)
    ensure(max === undefined || minContribution <= max, errors.MinimumContributionTooHigh)
    crowdloans.set(args.crowdloanId, { ...crowdloan, minContribution })
    ctx.emit(events.MinContributionUpdated, args)
  },
})

export const updateEnd = call({
  index: 7,
  docs: 'Moves the end of a crowdloan. The duration counts from now.',
  args: { crowdloanId, newEnd: named('BlockNumberFor<T>', compact(u32)) },
  info: { weight: UPDATE_END_WEIGHT },
  run(ctx: Ctx, origin, args) {
    const crowdloan = ownCrowdloan(ctx, origin, args.crowdloanId)
    ensureValidEnd(ctx, args.newEnd)
    ctx.storage.crowdloan.crowdloans.set(args.crowdloanId, { ...crowdloan, end: args.newEnd })
    ctx.emit(events.EndUpdated, args)
  },
})

export const updateCap = call({
  index: 8,
  docs: 'Sets the cap of a crowdloan, at least what is raised already.',
  args: { crowdloanId, newCap: amount },
  info: { weight: UPDATE_CAP_WEIGHT },
  run(ctx: Ctx, origin, args) {
    const crowdloan = ownCrowdloan(ctx, origin, args.crowdloanId)
    ensure(args.newCap >= crowdloan.raised, errors.CapTooLow)
    ctx.storage.crowdloan.crowdloans.set(args.crowdloanId, { ...crowdloan, cap: args.newCap })
    ctx.emit(events.CapUpdated, args)
  },
})

export const setMaxContribution = call({
  index: 9,
  docs: 'Sets or clears the most that one contributor may give in sum.',
  args: { crowdloanId, newMaxContribution: named('Option<BalanceOf<T>>', option(u64)) },
  info: { weight: SET_MAX_CONTRIBUTION_WEIGHT },
  run(ctx: Ctx, origin, args) {
    const crowdloan = ownCrowdloan(ctx, origin, args.crowdloanId)
    const { contributions, maxContributions } = ctx.storage.crowdloan
    const max = args.newMaxContribution
    if (max === undefined) maxContributions.remove(args.crowdloanId)
    else {
      const own = contributions.get(args.crowdloanId, crowdloan.creator) ?? 0n
      ensure(max >= crowdloan.minContribution && max >= own, errors.MaximumContributionTooLow)
      maxContributions.set(args.crowdloanId, max)
    }
    ctx.emit(events.MaxContributionUpdated, args)
  },
})
