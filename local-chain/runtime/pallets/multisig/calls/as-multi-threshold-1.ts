/**
 * `Multisig.as_multi_threshold_1`. Any one of the signatories acts for all.
 *
 * @module
 */
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensureSigned, signed } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named, vec } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { dispatch } from '../../../executive/dispatch.ts'
import { addWeights, dispatchInfo } from '../../../executive/weights.ts'
import { events } from '../events.ts'
import { currentTimepoint, hashOf, lengthOf } from '../operate.ts'
import { sharedAccount } from '../signatories.ts'
import { thresholdOneWeight } from '../weights.ts'

/**
 * Origin: signed by one of them; no deposit. Emits `MultisigExecuted`.
 *
 * @throws TooFewSignatories, TooManySignatories, SignatoriesOutOfOrder, SenderInSignatories
 */
export const asMultiThreshold1 = call({
  index: 0,
  name: 'as_multi_threshold_1',
  docs: 'Dispatches a call from the account that the signer and the others share.',
  args: {
    otherSignatories: vec(accountId),
    call: named('Box<<T as Config>::RuntimeCall>', runtimeCall),
  },
  info(ctx: Ctx, args) {
    const inner = dispatchInfo(ctx, args.call)
    const own = thresholdOneWeight(lengthOf(args.call))
    return { weight: addWeights(own, inner.weight), class: inner.class }
  },
  run(ctx: Ctx, origin, args) {
    const who = ensureSigned(origin)
    const account = sharedAccount(who, args.otherSignatories, 1)
    const outcome = dispatch(ctx, signed(account), args.call)
    const used = outcome.post.actualWeight
    const own = thresholdOneWeight(lengthOf(args.call))
    const post = used === undefined ? {} : { actualWeight: addWeights(own, used) }
    if (!outcome.ok) throw outcome.failure.withPost(post)
    ctx.emit(events.MultisigExecuted, {
      approving: who,
      timepoint: currentTimepoint(ctx),
      multisig: account,
      callHash: hashOf(args.call),
      result: undefined,
    })
    return post
  },
})
