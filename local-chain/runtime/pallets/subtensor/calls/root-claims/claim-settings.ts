/**
 * Settings of root claims: how many coldkeys claim in each block, and from what amount on.
 *
 * Source: ../shared/spec/staking.md section 13.4, spec 425.
 *
 * @module
 */
import { ensure } from '../../../../../frame/dispatch-error.ts'
import { I96F32 } from '../../../../../frame/fixed/index.ts'
import { ensureRoot } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'
import { ensureSubnetOwnerOrRoot } from '../../subnets/lookup.ts'

const CLAIMS_MAX = 50n
const THRESHOLD_MAX = 10_000_000n

/** Origin: root. No event. @throws InvalidNumRootClaim  more than 50 */
export const sudoSetNumRootClaims = call({
  index: 123,
  docs: 'Sets how many coldkeys claim root dividends in each block, at most 50. Root only.',
  args: { newValue: u64 },
  info: { weight: { refTime: 102_735_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { newValue }) {
    ensureRoot(origin)
    ensure(newValue <= CLAIMS_MAX, errors.InvalidNumRootClaim)
    ctx.storage.subtensor.numRootClaim.set(newValue)
  },
})

/**
 * Origin: root or the subnet's owner. The subnet need not exist for root. No event.
 *
 * @throws InvalidRootClaimThreshold  more than 10_000_000
 */
export const sudoSetRootClaimThreshold = call({
  index: 124,
  docs: 'Sets the alpha below which a claim on a subnet waits. Root or the owner of the subnet.',
  args: { netuid, newValue: u64 },
  info: { weight: { refTime: 105_681_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { netuid, newValue }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid)
    ensure(newValue <= THRESHOLD_MAX, errors.InvalidRootClaimThreshold)
    ctx.storage.subtensor.rootClaimableThreshold.set(netuid, I96F32.fromNum(newValue))
  },
})
