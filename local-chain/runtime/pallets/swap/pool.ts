/**
 * A subnet's pool as the state has it: price, trades, simulations, injections.
 *
 * The reserves are counters of SubtensorModule and are moved by the caller of a trade; this pallet
 * keeps only weight, fee rate and the mark of a pool that has traded.
 *
 * Source: ../shared/spec/swap.md sections 3, 5, 6, 8 and 9, spec 425.
 *
 * @module
 */
import { DispatchFailure } from '../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../frame/fixed/index.ts'
import { inProfile } from '../../../frame/profile.ts'
import type { Ctx } from '../../context.ts'
import {
  HALF_WEIGHT,
  poolPrice,
  type Reserves,
  weightAfterInjection,
  weightForPrice,
} from './balancer.ts'
import { constants } from './constants.ts'
import { errors } from './errors.ts'
import { feeOfGross } from './fee.ts'
import { limitPrice, type SwapResult, type SwapSide, swapStep } from './swap-step.ts'

export type { SwapResult, SwapSide } from './swap-step.ts'

/** SubnetMechanism of a pool with a price curve; every other value trades 1 to 1. */
export const DYNAMIC_MECHANISM = 1
/** Built-in limits in rao per alpha, for callers that name none. */
export const PRICE_MAX = 1_000_000_000_000_000n
export const PRICE_MIN = 1_000n

const RAO_PER_TAO = U64F64.fromNum(1_000_000_000n)

export interface SwapOrder {
  readonly netuid: number
  readonly side: SwapSide
  /** Gross input: TAO for a buy, alpha for a sell. */
  readonly amount: bigint
  /** Rao per alpha. */
  readonly limit: bigint
  readonly dropFees: boolean
}

export function isDynamic(ctx: Ctx, netuid: number): boolean {
  return ctx.storage.subtensor.subnetMechanism.get(netuid) === DYNAMIC_MECHANISM
}

export function reservesOf(ctx: Ctx, netuid: number): Reserves {
  const { subnetTao, subnetAlphaIn } = ctx.storage.subtensor
  return { tao: subnetTao.get(netuid), alpha: subnetAlphaIn.get(netuid) }
}

/** The limit of a caller who names none. */
export function builtInLimit(side: SwapSide): bigint {
  return side === 'buy' ? PRICE_MAX : PRICE_MIN
}

// ---------------------------------------------------------------- price

/** TAO per alpha; 1 without a price curve. */
export function currentAlphaPrice(ctx: Ctx, netuid: number): U64F64 {
  if (!isDynamic(ctx, netuid)) return U64F64.one
  return poolPrice(reservesOf(ctx, netuid), ctx.storage.swap.swapBalancer.get(netuid).quote)
}

/** Rao per alpha, floored. */
export function currentAlphaPriceRao(ctx: Ctx, netuid: number): bigint {
  return U64F64.toU64(U64F64.saturatingMul(currentAlphaPrice(ctx, netuid), RAO_PER_TAO))
}

// ---------------------------------------------------------------- trades

function tryTrade(ctx: Ctx, order: SwapOrder): SwapResult | DispatchFailure {
  const { netuid } = order
  const { feeRate, palSwapInitialized, swapBalancer } = ctx.storage.swap
  return swapStep({
    side: order.side,
    reserves: reservesOf(ctx, netuid),
    // A pool is initialised by its first trade, which sets the weight that the trade then uses.
    quoteWeight: palSwapInitialized.get(netuid) ? swapBalancer.get(netuid).quote : HALF_WEIGHT,
    feeRate: order.dropFees ? 0 : feeRate.get(netuid),
    minimumReserve: inProfile(constants.minimumReserve.value, ctx.profile),
    amount: order.amount,
    limit: limitPrice(order.limit),
  })
}

/**
 * Trades on a dynamic subnet. Writes nothing but the initialisation of a pool that never traded; the
 * caller moves the reserves and the funds.
 *
 * @throws SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded, InsufficientLiquidity
 */
export function swap(ctx: Ctx, order: SwapOrder): SwapResult {
  const result = tryTrade(ctx, order)
  if (result instanceof DispatchFailure) throw result
  const reserves = reservesOf(ctx, order.netuid)
  const reserveOut = order.side === 'buy' ? reserves.alpha : reserves.tao
  if (reserveOut < result.amountPaidOut) throw errors.InsufficientLiquidity
  if (!ctx.storage.swap.palSwapInitialized.get(order.netuid)) initializePool(ctx, order.netuid)
  return result
}

/** What `swap` would give on a subnet of any mechanism, or why it would refuse. Writes nothing. */
export function trySimulateSwap(ctx: Ctx, order: SwapOrder): SwapResult | DispatchFailure {
  if (isDynamic(ctx, order.netuid)) return tryTrade(ctx, order)
  const exists = ctx.storage.subtensor.networksAdded.get(order.netuid)
  const amount = exists ? order.amount : 0n
  return { amountPaidIn: amount, amountPaidOut: amount, feePaid: 0n, feeToBlockAuthor: 0n }
}

/** As `trySimulateSwap`. @throws SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded */
export function simulateSwap(ctx: Ctx, order: SwapOrder): SwapResult {
  const result = trySimulateSwap(ctx, order)
  if (result instanceof DispatchFailure) throw result
  return result
}

/** Fee of a gross amount on this subnet, without looking at the pool. */
export function approximateFee(ctx: Ctx, netuid: number, amount: bigint): bigint {
  return isDynamic(ctx, netuid) ? feeOfGross(amount, ctx.storage.swap.feeRate.get(netuid)) : 0n
}

/** Alpha that an amount of TAO is worth at the present price. */
export function alphaForTao(ctx: Ctx, netuid: number, tao: bigint): bigint {
  if (!isDynamic(ctx, netuid)) return tao
  return U64F64.toU64(U64F64.safeDiv(U64F64.fromNum(tao), currentAlphaPrice(ctx, netuid)))
}

// ---------------------------------------------------------------- pools come, change and go

/**
 * Marks a pool as trading and sets its weight: half and half, or what gives it `price`.
 *
 * @throws ReservesOutOfBalance  no allowed weight gives that price
 */
export function initializePool(ctx: Ctx, netuid: number, price?: U64F64): void {
  const { palSwapInitialized, swapBalancer } = ctx.storage.swap
  if (palSwapInitialized.get(netuid)) return
  let quote: bigint | undefined = HALF_WEIGHT
  if (price !== undefined) quote = weightForPrice(reservesOf(ctx, netuid), price)
  if (quote === undefined) throw errors.ReservesOutOfBalance
  swapBalancer.set(netuid, { quote })
  palSwapInitialized.set(netuid, true)
}

/**
 * Shifts the weight so that an injection leaves the price as it is. Called before the reserves grow.
 *
 * @returns what may be injected: all of it, or nothing when no allowed weight keeps the price
 */
export function adjustProtocolLiquidity(
  ctx: Ctx,
  netuid: number,
  tao: bigint,
  alpha: bigint,
): { readonly tao: bigint; readonly alpha: bigint } {
  const { swapBalancer } = ctx.storage.swap
  const before = swapBalancer.get(netuid)
  const weight = weightAfterInjection(reservesOf(ctx, netuid), before.quote, tao, alpha)
  if (weight === undefined) return { tao: 0n, alpha: 0n }
  // Written also when it is what it was; the same object then, which costs no encoding.
  swapBalancer.set(netuid, weight === before.quote ? before : { quote: weight })
  return { tao, alpha }
}

/** Forgets the pool of a dissolved subnet; its reserves are removed by the caller. */
export function clearProtocolLiquidity(ctx: Ctx, netuid: number): void {
  const { feeRate, palSwapInitialized, swapBalancer } = ctx.storage.swap
  palSwapInitialized.remove(netuid)
  feeRate.remove(netuid)
  swapBalancer.remove(netuid)
}
