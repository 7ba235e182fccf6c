/**
 * `Multisig.as_multi`. Approves of a call, and executes it when enough others did.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named, option, vec } from '../../../../frame/types/combinators.ts'
import { accountId, dispatchWeight } from '../../../../frame/types/common.ts'
import { u16 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { addWeights } from '../../../executive/weights.ts'
import { hashOf, lengthOf, operate } from '../operate.ts'
import { timepoint } from '../types.ts'
import { completeWeight } from '../weights.ts'

/**
 * Origin: one of the signatories; the first reserves a deposit. Emits `NewMultisig`, `MultisigApproval` or
 * `MultisigExecuted`.
 *
 * @throws as `operate`
 */
export const asMulti = call({
  index: 1,
  docs: 'Approves of a call of a shared account; the last approval that it needs dispatches it.',
  args: {
    threshold: u16,
    otherSignatories: vec(accountId),
    maybeTimepoint: option(timepoint),
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
    maxWeight: dispatchWeight,
  },
  info(_ctx: Ctx, args) {
    const own = completeWeight(args.otherSignatories.length, lengthOf(args.call))
    return { weight: addWeights(own, args.maxWeight) }
  },
  run(ctx: Ctx, origin, args) {
    return operate(ctx, {
      who: ensureSigned(origin),
      threshold: args.threshold,
      others: args.otherSignatories,
      timepoint: args.maybeTimepoint,
      hash: hashOf(args.call),
      call: args.call,
      maxWeight: args.maxWeight,
    })
  },
})
