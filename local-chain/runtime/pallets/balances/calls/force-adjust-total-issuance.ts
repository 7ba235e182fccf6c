/**
 * `Balances.force_adjust_total_issuance`. Root corrects the recorded issuance without touching any account.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { compact } from '../../../../frame/types/combinators.ts'
import { balance } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { adjustmentDirection } from '../types.ts'

const U64_MAX = 0xffff_ffff_ffff_ffffn

export const forceAdjustTotalIssuance = call({
  index: 9,
  docs: 'Root corrects the recorded issuance without touching any account.',
  args: { direction: adjustmentDirection, delta: compact(balance) },
  info: { weight: { refTime: 5_351_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, args) {
    ensureRoot(origin)
    ensure(args.delta > 0n, errors.DeltaZero)
    const { totalIssuance, inactiveIssuance } = ctx.storage.balances
    const old = totalIssuance.get()
    const moved = args.direction === 'Increase' ? old + args.delta : old - args.delta
    const next = moved < 0n ? 0n : moved > U64_MAX ? U64_MAX : moved
    ensure(inactiveIssuance.get() <= next, errors.IssuanceDeactivated)
    totalIssuance.set(next)
    ctx.emit(events.TotalIssuanceForced, { old, new: next })
  },
})
