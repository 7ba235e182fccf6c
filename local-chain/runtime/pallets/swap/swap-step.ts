/**
 * One trade against a pool, as a pure function: what goes in, what comes out, what the fee is.
 *
 * Source: ../shared/spec/swap.md section 5 (swap_step.rs), spec 425.
 *
 * @module
 */
import type { DispatchFailure } from '../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../frame/fixed/index.ts'
import { saturatingAddU64, saturatingMulU64, saturatingSubU64 } from '../../u64.ts'
import {
  alphaToReachPrice,
  poolPrice,
  type Reserves,
  taoToReachPrice,
  tradeOutput,
} from './balancer.ts'
import { errors } from './errors.ts'
import { feeOfGross, feeOfNet } from './fee.ts'

/** `buy` gives TAO for alpha, `sell` alpha for TAO. */
export type SwapSide = 'buy' | 'sell'

export interface SwapStepInput {
  readonly side: SwapSide
  readonly reserves: Reserves
  readonly quoteWeight: bigint
  /** Parts of 65535; 0 for a trade without fee. */
  readonly feeRate: number
  /** The side that pays out must hold this much. */
  readonly minimumReserve: bigint
  /** Gross input, the fee included. */
  readonly amount: bigint
  /** Price that a buy may not rise above and a sell may not fall below. */
  readonly limit: U64F64
}

export interface SwapResult {
  /** Input that went into the pool, the fee not included. */
  readonly amountPaidIn: bigint
  readonly amountPaidOut: bigint
  readonly feePaid: bigint
  readonly feeToBlockAuthor: bigint
}

/** The input may be at most this many times the reserve. */
const INPUT_FACTOR_MAX = 1000n

/** The trade, or why the pool refuses it. */
export function swapStep(input: SwapStepInput): SwapResult | DispatchFailure {
  const { side, reserves, quoteWeight, feeRate, amount, limit } = input
  const isBuy = side === 'buy'
  const reserveIn = isBuy ? reserves.tao : reserves.alpha
  const reserveOut = isBuy ? reserves.alpha : reserves.tao
  let feePaid = feeOfGross(amount, feeRate)
  let amountPaidIn = saturatingSubU64(amount, feePaid)
  if (amountPaidIn > saturatingMulU64(INPUT_FACTOR_MAX, reserveIn)) return errors.SwapInputTooLarge
  if (reserveOut < input.minimumReserve) return errors.ReservesTooLow

  const price = poolPrice(reserves, quoteWeight)
  if (isBuy ? price >= limit : price <= limit) return errors.PriceLimitExceeded
  let amountPaidOut = tradeOutput(reserves, quoteWeight, side, amountPaidIn)
  const target = poolPrice(
    isBuy
      ? {
          tao: saturatingAddU64(reserves.tao, amountPaidIn),
          alpha: saturatingSubU64(reserves.alpha, amountPaidOut),
        }
      : {
          tao: saturatingSubU64(reserves.tao, amountPaidOut),
          alpha: saturatingAddU64(reserves.alpha, amountPaidIn),
        },
    quoteWeight,
  )
  const isFull = isBuy ? target <= limit : target >= limit
  if (!isFull) {
    amountPaidIn = isBuy
      ? taoToReachPrice(reserves.tao, quoteWeight, price, limit)
      : alphaToReachPrice(reserves.alpha, quoteWeight, price, limit)
    feePaid = feeOfNet(amountPaidIn, feeRate)
    amountPaidOut = tradeOutput(reserves, quoteWeight, side, amountPaidIn)
  }
  if (amountPaidIn !== 0n && amountPaidOut === 0n) return errors.ReservesTooLow
  const feeToBlockAuthor = amountPaidIn === 0n ? 0n : feePaid
  return { amountPaidIn, amountPaidOut, feePaid, feeToBlockAuthor }
}

const RAO_PER_TAO = U64F64.fromNum(1_000_000_000n)

/** A call's limit in rao per alpha as a price. */
export function limitPrice(rao: bigint): U64F64 {
  return U64F64.safeDiv(U64F64.fromNum(rao), RAO_PER_TAO)
}
