/**
 * Fills one order with a trade of its own.
 *
 * Source: ../shared/spec/swap.md section 11.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../context.ts'
import { transfer } from '../balances/ledger.ts'
import { buyAlpha, sellAlpha } from '../subtensor/staking/order-swap.ts'
import { events } from './events.ts'
import { isBuy, markFilled, partOf, swapLimit, validateOrder } from './orders.ts'
import type { SignedOrder } from './types.ts'

/**
 * The fee of a buy is kept out of the trade, that of a sell is taken from what it gave; either is paid
 * after the trade.
 *
 * @throws what `validateOrder`, `buyAlpha` and `sellAlpha` list; Token.*  the fee cannot be paid
 */
export function executeOrder(ctx: Ctx, relayer: AccountId, signed: SignedOrder): void {
  const fill = validateOrder(ctx, relayer, signed)
  const { id: orderId, input, order } = fill
  const { feeRate, feeRecipient, hotkey, netuid, orderType, signer } = order
  const position = { coldkey: signer, hotkey, netuid }
  const terms = { limit: swapLimit(order), validate: true }
  let amountIn = input
  let amountOut: bigint
  let fee: bigint
  if (isBuy(order)) {
    fee = partOf(feeRate, input)
    amountIn -= fee
    amountOut = buyAlpha(ctx, position, amountIn, terms)
  } else {
    const tao = sellAlpha(ctx, position, input, terms)
    fee = partOf(feeRate, tao)
    amountOut = tao - fee
  }
  payTao(ctx, signer, feeRecipient, fee)
  markFilled(ctx, fill)
  ctx.emit(events.OrderExecuted, { orderId, signer, netuid, orderType, amountIn, amountOut })
}

/** Nothing happens for 0 rao. @throws Token.* */
export function payTao(ctx: Ctx, from: AccountId, to: AccountId, amount: bigint): void {
  if (amount > 0n) transfer(ctx, { from, to, amount, preservation: 'Expendable' })
}
