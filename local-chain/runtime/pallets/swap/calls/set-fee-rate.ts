/**
 * `set_fee_rate`: what a pool takes of every trade.
 *
 * Source: ../shared/spec/swap.md section 2.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { inProfile } from '../../../../frame/profile.ts'
import { netuid } from '../../../../frame/types/common.ts'
import { u16 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { constants } from '../constants.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'

/**
 * Origin: root. Emits `FeeRateSet`.
 *
 * @throws MechanismDoesNotExist  no such subnet
 * @throws FeeRateTooHigh         more than MaxFeeRate
 */
export const setFeeRate = call({
  index: 0,
  docs: 'Sets the share of every trade on a subnet that is its fee, in parts of 65535. Root only.',
  args: { netuid, rate: u16 },
  info: { weight: { refTime: 140_063_000n, proofSize: 3_994n } },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    ensure(ctx.storage.subtensor.networksAdded.get(args.netuid), errors.MechanismDoesNotExist)
    const rateMax = inProfile(constants.maxFeeRate.value, ctx.profile)
    ensure(args.rate <= rateMax, errors.FeeRateTooHigh)
    ctx.storage.swap.feeRate.set(args.netuid, args.rate)
    ctx.emit(events.FeeRateSet, { netuid: args.netuid, rate: args.rate })
  },
})
