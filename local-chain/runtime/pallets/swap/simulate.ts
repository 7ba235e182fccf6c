/**
 * Quotes for clients: what a trade at the built-in limit would give, and how far that is from the
 * present price.
 *
 * Source: ../shared/spec/swap.md section 10 (SwapRuntimeApi), spec 425.
 *
 * @module
 */
import { DispatchFailure } from '../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../frame/fixed/index.ts'
import type { Ctx } from '../../context.ts'
import { saturatingSubU64 } from '../../u64.ts'
import { alphaForTao, builtInLimit, currentAlphaPrice, trySimulateSwap } from './pool.ts'

/** All in rao; slippage is what the output falls short of the present price, the fee included. */
export interface SimSwapResult {
  readonly taoAmount: bigint
  readonly alphaAmount: bigint
  readonly taoFee: bigint
  readonly alphaFee: bigint
  readonly taoSlippage: bigint
  readonly alphaSlippage: bigint
}

const NOTHING: SimSwapResult = {
  taoAmount: 0n,
  alphaAmount: 0n,
  taoFee: 0n,
  alphaFee: 0n,
  taoSlippage: 0n,
  alphaSlippage: 0n,
}

/** A refused trade gives zeros. */
export function simSwapTaoForAlpha(ctx: Ctx, netuid: number, tao: bigint): SimSwapResult {
  const limit = builtInLimit('buy')
  const result = trySimulateSwap(ctx, { netuid, side: 'buy', amount: tao, limit, dropFees: false })
  if (result instanceof DispatchFailure) return NOTHING
  return {
    ...NOTHING,
    taoAmount: result.amountPaidIn,
    alphaAmount: result.amountPaidOut,
    taoFee: result.feePaid,
    alphaSlippage: saturatingSubU64(alphaForTao(ctx, netuid, tao), result.amountPaidOut),
  }
}

/** A refused trade gives zeros. */
export function simSwapAlphaForTao(ctx: Ctx, netuid: number, alpha: bigint): SimSwapResult {
  const limit = builtInLimit('sell')
  const order = { netuid, side: 'sell', amount: alpha, limit, dropFees: false } as const
  const result = trySimulateSwap(ctx, order)
  if (result instanceof DispatchFailure) return NOTHING
  const price = currentAlphaPrice(ctx, netuid)
  const worth = U64F64.toU64(U64F64.saturatingMul(U64F64.fromNum(alpha), price))
  return {
    ...NOTHING,
    taoAmount: result.amountPaidOut,
    alphaAmount: result.amountPaidIn,
    alphaFee: result.feePaid,
    taoSlippage: saturatingSubU64(worth, result.amountPaidOut),
  }
}
