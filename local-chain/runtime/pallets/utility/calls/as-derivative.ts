/**
 * `Utility.as_derivative`: a call from one of 65,536 accounts that the sender owns.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { blake2b256Hex } from '../../../../../src/primitives/hash.ts'
import { runtimeCall } from '../../../../frame/call-table.ts'
import { ensureSigned, type Origin } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named, tuple } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { byteArray, u16 } from '../../../../frame/types/primitives.ts'
import { encode } from '../../../../frame/types/type.ts'
import type { Ctx } from '../../../context.ts'
import { dispatch } from '../../../executive/dispatch.ts'
import { addWeights, dispatchInfo, usedWeight } from '../../../executive/weights.ts'
import { AS_DERIVATIVE_WEIGHT } from '../weights.ts'

const derivation = tuple(byteArray(16), accountId, u16)
const MODULE = new TextEncoder().encode('modlpy/utilisuba')

/** The account that `who` owns under `index`. */
export function derivedAccount(who: AccountId, index: number): AccountId {
  return blake2b256Hex(encode(derivation, [MODULE, who, index])) as AccountId
}

export const asDerivative = call({
  index: 1,
  docs: 'Dispatches a call from the derived account of the sender that the index names.',
  args: { index: u16, call: named('Box<<T as Config>::RuntimeCall>', runtimeCall) },
  info(ctx: Ctx, args) {
    const inner = dispatchInfo(ctx, args.call)
    return { weight: addWeights(AS_DERIVATIVE_WEIGHT, inner.weight), class: inner.class }
  },
  run(ctx: Ctx, origin, args) {
    const account = derivedAccount(ensureSigned(origin), args.index)
    const derived: Origin = { ...origin, type: 'Signed', account }
    const info = dispatchInfo(ctx, args.call)
    const outcome = dispatch(ctx, derived, args.call)
    const post = { actualWeight: addWeights(AS_DERIVATIVE_WEIGHT, usedWeight(info, outcome)) }
    if (!outcome.ok) throw outcome.failure.withPost(post)
    return post
  },
})
