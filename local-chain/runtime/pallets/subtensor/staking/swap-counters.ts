/**
 * Trades with a subnet's pool as SubtensorModule counts them: reserves, volume, total stake. The
 * funds themselves (TAO of accounts, alpha of positions) are moved by the caller.
 *
 * Root and other subnets without a price curve trade 1 to 1 and count all the same.
 *
 * Source: ../shared/spec/staking.md section 3.2 (staking/stake_utils.rs), spec 425.
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import { isDynamic, type SwapResult, type SwapSide, swap } from '../../swap/pool.ts'

export interface PoolTrade {
  readonly netuid: number
  /** Gross input: TAO for a buy, alpha for a sell. */
  readonly amount: bigint
  /** Rao per alpha. */
  readonly limit: bigint
  readonly dropFees: boolean
}

function trade(ctx: Ctx, side: SwapSide, order: PoolTrade): SwapResult {
  if (isDynamic(ctx, order.netuid)) return swap(ctx, { ...order, side })
  const { amount } = order
  return { amountPaidIn: amount, amountPaidOut: amount, feePaid: 0n, feeToBlockAuthor: 0n }
}

/** Buys alpha. @throws errors of Swap: SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded */
export function swapTaoForAlpha(ctx: Ctx, order: PoolTrade): SwapResult {
  const result = trade(ctx, 'buy', order)
  const { netuid, amount } = order
  const { amountPaidIn, amountPaidOut } = result
  const s = ctx.storage.subtensor
  if (amountPaidOut !== 0n) {
    s.subnetAlphaIn.set(netuid, saturatingSubU64(s.subnetAlphaIn.get(netuid), amountPaidOut))
  }
  s.subnetAlphaOut.set(netuid, saturatingAddU64(s.subnetAlphaOut.get(netuid), amountPaidOut))
  s.subnetTao.set(netuid, saturatingAddU64(s.subnetTao.get(netuid), amountPaidIn))
  s.totalStake.set(saturatingAddU64(s.totalStake.get(), amount))
  addVolume(ctx, netuid, amount)
  return result
}

/** Sells alpha. @throws errors of Swap: SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded */
export function swapAlphaForTao(ctx: Ctx, order: PoolTrade): SwapResult {
  const result = trade(ctx, 'sell', order)
  const { netuid } = order
  const { amountPaidIn, amountPaidOut } = result
  const s = ctx.storage.subtensor
  s.subnetAlphaIn.set(netuid, saturatingAddU64(s.subnetAlphaIn.get(netuid), amountPaidIn))
  s.subnetAlphaOut.set(netuid, saturatingSubU64(s.subnetAlphaOut.get(netuid), amountPaidIn))
  if (amountPaidOut !== 0n) {
    s.subnetTao.set(netuid, saturatingSubU64(s.subnetTao.get(netuid), amountPaidOut))
  }
  s.totalStake.set(saturatingSubU64(s.totalStake.get(), amountPaidOut))
  addVolume(ctx, netuid, amountPaidOut)
  return result
}

const U128_MAX = (1n << 128n) - 1n

function addVolume(ctx: Ctx, netuid: number, tao: bigint): void {
  const { subnetVolume } = ctx.storage.subtensor
  const volume = subnetVolume.get(netuid) + tao
  subnetVolume.set(netuid, volume > U128_MAX ? U128_MAX : volume)
}
