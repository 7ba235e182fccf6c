/**
 * `Multisig.approve_as_multi`. Approves of a call by its hash, without executing it.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { option, vec } from '../../../../frame/types/combinators.ts'
import { accountId, dispatchWeight } from '../../../../frame/types/common.ts'
import { byteArray, u16 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { addWeights } from '../../../executive/weights.ts'
import { operate } from '../operate.ts'
import { timepoint } from '../types.ts'
import { approveByHashWeight } from '../weights.ts'

/**
 * Origin: one of the signatories; the first reserves a deposit. Emits `NewMultisig` or `MultisigApproval`.
 *
 * @throws as `operate`
 */
export const approveAsMulti = call({
  index: 2,
  docs: 'Approves of a call of a shared account by its hash. The last approval needs as_multi.',
  args: {
    threshold: u16,
    otherSignatories: vec(accountId),
    maybeTimepoint: option(timepoint),
    callHash: byteArray(32),
    maxWeight: dispatchWeight,
  },
  info(_ctx: Ctx, args) {
    return {
      weight: addWeights(approveByHashWeight(args.otherSignatories.length), args.maxWeight),
    }
  },
  run(ctx: Ctx, origin, args) {
    return operate(ctx, {
      who: ensureSigned(origin),
      threshold: args.threshold,
      others: args.otherSignatories,
      timepoint: args.maybeTimepoint,
      hash: args.callHash,
      maxWeight: args.maxWeight,
    })
  },
})
