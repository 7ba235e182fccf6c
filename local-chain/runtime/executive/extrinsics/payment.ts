/**
 * ChargeTransactionPayment: takes the fee before the dispatch, and settles it after.
 *
 * Source: `../shared/spec/swap.md` 13.4.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import type { Ctx } from '../../context.ts'
import { blockAuthor } from '../../pallets/aura/slot.ts'
import {
  depositCredit,
  dropCredit,
  reducibleBalance,
  takeOut,
  totalBalance,
} from '../../pallets/balances/ledger.ts'
import { events as subtensor } from '../../pallets/subtensor/events.ts'
import { events as transactionPayment } from '../../pallets/transaction-payment/events.ts'
import { type AlphaPayment, payInAlpha, payingPosition } from './alpha-payment.ts'
import { invalid } from './validity.ts'

/** What was taken before the dispatch. */
export interface Payment {
  readonly payer: AccountId
  /** Rao held as a credit until the fee is settled. */
  readonly held: bigint
  readonly alpha?: AlphaPayment
}

/** @throws Payment  neither TAO nor, where the call allows it, alpha covers the fee */
export function ensureCanPay(
  ctx: Ctx,
  payer: AccountId,
  call: RuntimeCallValue,
  fee: bigint,
): void {
  if (fee === 0n || reducibleBalance(ctx, payer, 'Preserve') >= fee) return
  if (payingPosition(ctx, payer, call, fee) === undefined) throw invalid('Payment')
}

/** Takes fee and tip. @throws Payment  as `ensureCanPay`, or the alpha cannot be sold */
export function takePayment(
  ctx: Ctx,
  payer: AccountId,
  call: RuntimeCallValue,
  fee: bigint,
): Payment {
  if (fee === 0n) return { payer, held: 0n }
  if (reducibleBalance(ctx, payer, 'Preserve') >= fee) {
    takeOut(ctx, payer, fee, 'Preserve')
    return { payer, held: fee }
  }
  const position = payingPosition(ctx, payer, call, fee)
  const alpha = position === undefined ? undefined : payInAlpha(ctx, position, fee)
  if (alpha === undefined) throw invalid('Payment')
  return { payer, held: 0n, alpha }
}

/** Gives back what was taken too much, pays the author, and says what it came to. */
export function settlePayment(
  ctx: Ctx,
  payment: Payment,
  cost: { readonly fee: bigint; readonly tip: bigint },
): void {
  const { payer, held, alpha } = payment
  if (alpha !== undefined) {
    const { netuid } = alpha
    const paid = { who: payer, netuid, alphaFee: alpha.alpha, taoAmount: alpha.tao }
    ctx.emit(subtensor.TransactionFeePaidWithAlpha, paid)
  } else if (held > 0n) {
    const excess = held > cost.fee ? held - cost.fee : 0n
    const refunded = totalBalance(ctx, payer) > 0n && depositCredit(ctx, payer, excess)
    payAuthor(ctx, refunded ? held - excess : held)
  }
  ctx.emit(transactionPayment.TransactionFeePaid, {
    who: payer,
    actualFee: cost.fee,
    tip: cost.tip,
  })
}

/** Fees without an author, or of an author who cannot take them, are destroyed. */
function payAuthor(ctx: Ctx, amount: bigint): void {
  if (amount === 0n) return
  const author = blockAuthor(ctx)
  if (author === undefined || !depositCredit(ctx, author, amount)) dropCredit(ctx, amount)
}
