/**
 * `Multisig.poke_deposit`. Brings the deposit of an operation to what it costs today.
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
import { reserve, unreserve } from '../../balances/ledger.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { depositOf } from '../operate.ts'
import { operatingAccount } from '../signatories.ts'
import { pokeDepositWeight } from '../weights.ts'

/**
 * Origin: who began it. Free if the deposit changed; then it emits `DepositPoked`.
 *
 * @throws MinimumThreshold, TooFewSignatories, TooManySignatories, SignatoriesOutOfOrder,
 *   SenderInSignatories
 * @throws NotFound, NotOwner
 */
export const pokeDeposit = call({
  index: 4,
  docs: 'Brings the deposit of an operation of the signer to what it costs today.',
  args: { threshold: u16, otherSignatories: vec(accountId), callHash: byteArray(32) },
  info: (_ctx: Ctx, args) => ({ weight: pokeDepositWeight(args.otherSignatories.length) }),
  run(ctx: Ctx, origin, { threshold, otherSignatories, callHash }) {
    const who = ensureSigned(origin)
    const account = operatingAccount(who, otherSignatories, threshold)
    const { multisigs } = ctx.storage.multisig
    const operation = multisigs.get(account, callHash)
    ensure(operation !== undefined, errors.NotFound)
    ensure(operation.depositor === who, errors.NotOwner)
    const before = operation.deposit
    const deposit = depositOf(threshold)
    if (deposit === before) return { paysFee: 'Yes' }
    if (deposit > before) reserve(ctx, who, deposit - before)
    else unreserve(ctx, who, before - deposit)
    multisigs.set(account, callHash, { ...operation, deposit })
    ctx.emit(events.DepositPoked, { who, callHash, oldDeposit: before, newDeposit: deposit })
    return { paysFee: 'No' }
  },
})
