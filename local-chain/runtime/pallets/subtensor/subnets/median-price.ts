/**
 * The price that a new subnet's pool opens at: the median of the others'.
 *
 * Source: ../shared/spec/subnets.md section 2.4.
 *
 * @module
 */
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { ROOT_NETUID } from './lookup.ts'

/** Of none 1, of an even number the mean of the two in the middle. Zero prices do not count. */
export function medianOf(prices: readonly U64F64[]): U64F64 {
  const sorted = prices.filter((price) => price > 0n).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const middle = sorted.length >> 1
  const high = sorted[middle]
  if (high === undefined) return U64F64.one
  const low = sorted[middle - 1]
  if (sorted.length % 2 === 1 || low === undefined) return high
  return U64F64.wrappingDivInt(U64F64.saturatingAdd(low, high), 2n)
}

export function medianSubnetPrice(ctx: Ctx): U64F64 {
  const prices = ctx.storage.subtensor.networksAdded
    .entries()
    .filter(([netuid, added]) => added && netuid !== ROOT_NETUID)
    .map(([netuid]) => currentAlphaPrice(ctx, netuid))
  return medianOf(prices)
}

/** Alpha that a new pool holds beside its TAO. */
export function poolSeedAlpha(tao: bigint, median: U64F64): bigint {
  return median === U64F64.zero
    ? 0n
    : U64F64.toU64(U64F64.saturatingDiv(U64F64.fromNum(tao), median))
}
