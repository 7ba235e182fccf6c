/**
 * `Multisig.cancel_as_multi`. Ends an operation that waits for approvals.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { vec } from '../../../../frame/types/combinators.ts'
import { accountId } from '../../../../frame/types/common.ts'
import { byteArray, u16 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { unreserve } from '../../balances/ledger.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { isSame } from '../operate.ts'
import { operatingAccount } from '../signatories.ts'
import { timepoint } from '../types.ts'
import { cancelWeight } from '../weights.ts'

/**
 * Origin: who began it; the deposit comes back. Emits `MultisigCancelled`.
 *
 * @throws MinimumThreshold, TooFewSignatories, TooManySignatories, SignatoriesOutOfOrder,
 *   SenderInSignatories
 * @throws NotFound, WrongTimepoint, NotOwner
 */
export const cancelAsMulti = call({
  index: 3,
  docs: 'Ends an operation that waits for approvals, for the account that began it.',
  args: {
    threshold: u16,
    otherSignatories: vec(accountId),
    timepoint,
    callHash: byteArray(32),
  },
  info: (_ctx: Ctx, args) => ({ weight: cancelWeight(args.otherSignatories.length) }),
  run(ctx: Ctx, origin, { threshold, otherSignatories, timepoint, callHash }) {
    const who = ensureSigned(origin)
    const account = operatingAccount(who, otherSignatories, threshold)
    const { multisigs } = ctx.storage.multisig
    const operation = multisigs.get(account, callHash)
    ensure(operation !== undefined, errors.NotFound)
    ensure(isSame(operation.when, timepoint), errors.WrongTimepoint)
    ensure(operation.depositor === who, errors.NotOwner)
    unreserve(ctx, who, operation.deposit)
    multisigs.remove(account, callHash)
    ctx.emit(events.MultisigCancelled, { cancelling: who, timepoint, multisig: account, callHash })
  },
})
