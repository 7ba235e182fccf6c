/**
 * Fills many orders of one subnet with at most one trade: buyers and sellers are matched at the
 * present price, and only what one side has more than the other goes to the pool.
 *
 * Source: ../shared/spec/swap.md section 11, "Batched" (subtensor `pallets/limit-orders`).
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { ensure } from '../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../frame/fixed/index.ts'
import type { Ctx } from '../../context.ts'
import { maxBigint, minBigint, U64_MAX } from '../../u64.ts'
import { buyAlpha, sellAlpha, transferStakedAlpha } from '../subtensor/staking/order-swap.ts'
import { currentAlphaPrice } from '../swap/pool.ts'
import { PALLET_KEYS } from './accounts.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { payTao } from './execute.ts'
import {
  type FillableOrder,
  isBuy,
  markFilled,
  orderIdOf,
  partOf,
  swapLimit,
  validateOrder,
} from './orders.ts'
import type { OrderSide, SignedOrder } from './types.ts'

/** An order with what of its input counts in the matching: a buy's fee stays outside. */
interface Entry {
  readonly fill: FillableOrder
  readonly net: bigint
}

/** One batch at the price that held when it began. */
interface Batch {
  readonly netuid: number
  readonly price: U64F64
  readonly buys: readonly Entry[]
  readonly sells: readonly Entry[]
  /** Sums of the nets: TAO and alpha. */
  readonly taoIn: bigint
  readonly alphaIn: bigint
}

/** What the pool did for the batch. */
interface Trade {
  readonly side: OrderSide
  readonly amount: bigint
  readonly out: bigint
}

/** @throws for the first order that may not be filled, and for any payment that fails: all or nothing */
export function executeBatch(
  ctx: Ctx,
  relayer: AccountId,
  netuid: number,
  orders: readonly SignedOrder[],
): void {
  if (orders.length === 0) return
  const batch = matchOrders(ctx, relayer, netuid, orders)
  collectInputs(ctx, batch)
  const trade = tradeNet(ctx, batch)
  payBuyers(ctx, batch, trade)
  const sellFees = paySellers(ctx, batch, trade)
  payFees(ctx, batch, sellFees)
  ctx.emit(events.GroupExecutionSummary, {
    netuid,
    netSide: trade.side,
    netAmount: trade.amount,
    actualOut: trade.out,
    executedCount: orders.length,
  })
}

/** @throws DuplicateOrderInBatch, OrderNetUidMismatch, what `validateOrder` lists */
function matchOrders(
  ctx: Ctx,
  relayer: AccountId,
  netuid: number,
  orders: readonly SignedOrder[],
): Batch {
  const seen = new Set<string>()
  const entries = orders.map((signed): Entry => {
    const id = orderIdOf(signed.order)
    ensure(!seen.has(id), errors.DuplicateOrderInBatch)
    seen.add(id)
    ensure(signed.order.value.netuid === netuid, errors.OrderNetUidMismatch)
    const fill = validateOrder(ctx, relayer, signed)
    const { input, order } = fill
    return { fill, net: isBuy(order) ? input - partOf(order.feeRate, input) : input }
  })
  const buys = entries.filter(({ fill }) => isBuy(fill.order))
  const sells = entries.filter(({ fill }) => !isBuy(fill.order))
  const sum = (side: readonly Entry[]) => side.reduce((total, { net }) => total + net, 0n)
  const price = currentAlphaPrice(ctx, netuid)
  return { netuid, price, buys, sells, taoIn: sum(buys), alphaIn: sum(sells) }
}

/** What alpha is worth at the price of the batch. */
function taoFor({ price }: Batch, alpha: bigint): bigint {
  return U64F64.toU64(U64F64.saturatingMul(price, U64F64.fromNum(alpha)))
}

/** @throws ArithmeticOverflow */
function alphaFor({ price }: Batch, tao: bigint): bigint {
  if (price === U64F64.zero) return 0n
  const alpha = U64F64.checkedDiv(U64F64.fromNum(tao), price)
  ensure(alpha !== undefined, errors.ArithmeticOverflow)
  return U64F64.toU64(alpha)
}

/** All that the orders put in goes to the accounts of the pallet. */
function collectInputs(ctx: Ctx, { buys, netuid, sells }: Batch): void {
  for (const { fill } of buys) {
    payTao(ctx, fill.order.signer, PALLET_KEYS.coldkey, fill.input)
  }
  for (const { fill } of sells) {
    const { hotkey, signer } = fill.order
    const from = { coldkey: signer, hotkey }
    const { input: amount } = fill
    transferStakedAlpha(ctx, { from, to: PALLET_KEYS, netuid, amount, validate: 'sender' })
  }
}

/** @throws SwapReturnedZero, what `buyAlpha` and `sellAlpha` list */
function tradeNet(ctx: Ctx, batch: Batch): Trade {
  const { alphaIn, buys, netuid, sells, taoIn } = batch
  const position = { ...PALLET_KEYS, netuid }
  const limits = (side: readonly Entry[]) => side.map(({ fill }) => swapLimit(fill.order))
  const matched = taoFor(batch, alphaIn)
  if (taoIn >= matched) {
    const amount = taoIn - matched
    const limit = limits(buys).reduce(minBigint, U64_MAX)
    const out = amount > 0n ? buyAlpha(ctx, position, amount, { limit, validate: false }) : 0n
    ensure(amount === 0n || out > 0n, errors.SwapReturnedZero)
    return { side: 'Buy', amount, out }
  }
  const amount = alphaIn - alphaFor(batch, taoIn)
  const limit = limits(sells).reduce(maxBigint, 0n)
  const out = amount > 0n ? sellAlpha(ctx, position, amount, { limit, validate: false }) : 0n
  ensure(amount === 0n || out > 0n, errors.SwapReturnedZero)
  return { side: 'Sell', amount, out }
}

function payBuyers(ctx: Ctx, batch: Batch, { out, side }: Trade): void {
  const { alphaIn, buys, netuid, taoIn } = batch
  const total = side === 'Buy' ? out + alphaIn : alphaFor(batch, taoIn)
  for (const { fill, net } of buys) {
    const share = taoIn === 0n ? 0n : (total * net) / taoIn
    ensure(share > 0n, errors.ZeroShareInBatch)
    const to = { coldkey: fill.order.signer, hotkey: fill.order.hotkey }
    const from = PALLET_KEYS
    transferStakedAlpha(ctx, { from, to, netuid, amount: share, validate: 'receiver' })
    noteExecuted(ctx, fill, share)
  }
}

/** @returns the fees that were kept back, by recipient */
function paySellers(ctx: Ctx, batch: Batch, { out, side }: Trade): Map<AccountId, bigint> {
  const { alphaIn, sells, taoIn } = batch
  const worth = taoFor(batch, alphaIn)
  const total = side === 'Sell' ? out + taoIn : worth
  const fees = new Map<AccountId, bigint>()
  for (const { fill, net } of sells) {
    const { feeRate, feeRecipient, signer } = fill.order
    const share = worth === 0n ? 0n : (total * taoFor(batch, net)) / worth
    const fee = partOf(feeRate, share)
    ensure(share > fee, errors.ZeroShareInBatch)
    payTao(ctx, PALLET_KEYS.coldkey, signer, share - fee)
    fees.set(feeRecipient, (fees.get(feeRecipient) ?? 0n) + fee)
    noteExecuted(ctx, fill, share - fee)
  }
  return fees
}

function noteExecuted(ctx: Ctx, fill: FillableOrder, amountOut: bigint): void {
  const { netuid, orderType, signer } = fill.order
  markFilled(ctx, fill)
  const about = { orderId: fill.id, signer, netuid, orderType }
  ctx.emit(events.OrderExecuted, { ...about, amountIn: fill.input, amountOut })
}

/** One payment per recipient: those of the sells in order, then those that only buys name. */
function payFees(ctx: Ctx, { buys }: Batch, sellFees: ReadonlyMap<AccountId, bigint>): void {
  const fees = new Map(sellFees)
  for (const { fill, net } of buys) {
    const { feeRecipient } = fill.order
    fees.set(feeRecipient, (fees.get(feeRecipient) ?? 0n) + fill.input - net)
  }
  for (const [recipient, fee] of fees) payTao(ctx, PALLET_KEYS.coldkey, recipient, fee)
}
