/**
 * Constants of Crowdloan that metadata shows.
 *
 * Source: ../shared/spec/subnets.md section 15.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import type { ProfileName } from '../../../frame/profile.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'
import { palletId } from '../../types.ts'

/** Smallest first payment of a creator, rao. */
export const MINIMUM_DEPOSIT = 10_000_000_000n
/** No crowdloan may ask for less than this from a contributor, rao. */
export const ABSOLUTE_MINIMUM_CONTRIBUTION = 100_000_000n
/** Contributors that one `refund` pays back. */
export const REFUND_CONTRIBUTORS_LIMIT = 50
export const MAX_CONTRIBUTORS = 500

/** Blocks that a crowdloan lasts at least and at most. */
export function durationBounds(profile: ProfileName): { min: number; max: number } {
  return profile === 'fast' ? { min: 50, max: 20_000 } : { min: 50_400, max: 432_000 }
}

export const constants = {
  palletId: constant(palletId, new TextEncoder().encode('bt/cloan')),
  minimumDeposit: constant(u64, MINIMUM_DEPOSIT),
  absoluteMinimumContribution: constant(u64, ABSOLUTE_MINIMUM_CONTRIBUTION),
  minimumBlockDuration: constant(u32, (profile) => durationBounds(profile).min),
  maximumBlockDuration: constant(u32, (profile) => durationBounds(profile).max),
  refundContributorsLimit: constant(u32, REFUND_CONTRIBUTORS_LIMIT),
  maxContributors: constant(u32, MAX_CONTRIBUTORS),
}
