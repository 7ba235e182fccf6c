/**
 * What an order asks for and whether it may be filled now.
 *
 * Source: ../shared/spec/swap.md section 11, "Validity" and "Swap limit".
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { blake2b256Hex } from '../../../../src/primitives/hash.ts'
import { ensure } from '../../../frame/dispatch-error.ts'
import { encode } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { isSignedBy } from '../../executive/extrinsics/signature.ts'
import { saturatingAddU64, saturatingSubU64, U64_MAX } from '../../u64.ts'
import { currentAlphaPriceRao } from '../swap/pool.ts'
import { errors } from './errors.ts'
import { type Order, type SignedOrder, type VersionedOrder, versionedOrder } from './types.ts'

const BILLION = 1_000_000_000n

/** Identifies an order in storage and events. */
export function orderIdOf(order: VersionedOrder): string {
  return blake2b256Hex(encode(versionedOrder, order))
}

export function isBuy({ orderType }: Order): boolean {
  return orderType === 'LimitBuy'
}

/** A part of an amount, floored. `rate` is in parts of 10^9. */
export function partOf(rate: number, amount: bigint): bigint {
  return (BigInt(rate) * amount) / BILLION
}

/** The price, rao per alpha, that filling the order may reach. */
export function swapLimit({ limitPrice, maxSlippage, ...order }: Order): bigint {
  const buys = order.orderType === 'LimitBuy'
  if (maxSlippage === undefined) return buys ? U64_MAX : 0n
  const slack = partOf(maxSlippage, limitPrice)
  return buys ? saturatingAddU64(limitPrice, slack) : saturatingSubU64(limitPrice, slack)
}

/** An order that may be filled now. */
export interface FillableOrder {
  readonly id: string
  readonly order: Order
  /** TAO or alpha that this fill takes. */
  readonly input: bigint
  /** What the order is once this fill is done. */
  readonly filled: bigint | 'whole'
}

/**
 * Checks an order that `relayer` brings.
 *
 * @throws RootNetUidNotAllowed, ChainIdMismatch, InvalidSignature, OrderAlreadyProcessed,
 *   OrderCancelled, OrderExpired, PriceConditionNotMet, RelayerMissMatch,
 *   RelayerRequiredForPartialFill, PartialFillsNotEnabled, IncorrectPartialFillAmount  in this order
 */
export function validateOrder(ctx: Ctx, relayer: AccountId, signed: SignedOrder): FillableOrder {
  const order = signed.order.value
  const id = orderIdOf(signed.order)
  ensure(order.netuid !== 0, errors.RootNetUidNotAllowed)
  ensure(order.chainId === ctx.storage.evmChainId.chainId.get(), errors.ChainIdMismatch)
  ensure(isSigned(signed), errors.InvalidSignature)
  const status = ctx.storage.limitOrders.orders.get(id)
  ensure(status?.type !== 'Fulfilled', errors.OrderAlreadyProcessed)
  ensure(status?.type !== 'Cancelled', errors.OrderCancelled)
  ensure(ctx.storage.timestamp.now.get() <= order.expiry, errors.OrderExpired)
  ensure(isPriceMet(order, currentAlphaPriceRao(ctx, order.netuid)), errors.PriceConditionNotMet)
  ensure(order.relayer === undefined || order.relayer.includes(relayer), errors.RelayerMissMatch)

  const before = status?.type === 'PartiallyFilled' ? status.value : 0n
  return { id, order, ...fillOf(order, before, signed.partialFill) }
}

function isSigned({ order, signature }: SignedOrder): boolean {
  if (signature.type !== 'Sr25519') return false
  return isSignedBy(order.value.signer, signature, encode(versionedOrder, order))
}

function isPriceMet({ limitPrice, orderType }: Order, price: bigint): boolean {
  return orderType === 'TakeProfit' ? price >= limitPrice : price <= limitPrice
}

/** @param before  what was filled of the order already */
function fillOf(
  order: Order,
  before: bigint,
  part: bigint | undefined,
): Pick<FillableOrder, 'input' | 'filled'> {
  if (part === undefined) {
    ensure(before === 0n, errors.IncorrectPartialFillAmount)
    return { input: order.amount, filled: 'whole' }
  }
  ensure(order.relayer !== undefined, errors.RelayerRequiredForPartialFill)
  ensure(order.partialFillsEnabled, errors.PartialFillsNotEnabled)
  const left = saturatingSubU64(order.amount, before)
  ensure(part > 0n && part <= left, errors.IncorrectPartialFillAmount)
  const filled = saturatingAddU64(before, part)
  return { input: part, filled: filled >= order.amount ? 'whole' : filled }
}

/** Notes that a fill is done. */
export function markFilled(ctx: Ctx, { filled, id }: FillableOrder): void {
  ctx.storage.limitOrders.orders.set(
    id,
    filled === 'whole' ? { type: 'Fulfilled' } : { type: 'PartiallyFilled', value: filled },
  )
}
