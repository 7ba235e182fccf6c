/**
 * Steps 5 and 6: the average price of each emitting subnet, and root's proportion in it.
 *
 * Source: ../shared/spec/block-pipeline.md section 9. The price counts at most one per update, and
 * the 32 fraction bits of the stored value keep a fresh average at zero for its first blocks.
 *
 * @module
 */
import { convert, I96F32, U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingSubU64 } from '../../../u64.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { alphaIssuance } from '../alpha.ts'
import { movingPriceOf } from './emission-shares.ts'
import { rootProportion, weightedRootTao } from './subnet-terms.ts'

/** Weight of the current price: it grows from 0 towards `movingAlpha` with the subnet's age. */
export function movingWeight(movingAlpha: U64F64, age: bigint, halving: bigint): U64F64 {
  // Both are whole numbers, so their 64 fraction bits cancel.
  const total = age + halving
  const ramp = total === 0n ? 0n : (age << 64n) / total
  return U64F64.saturate((movingAlpha * ramp) >> 64n)
}

/** The average after a block in which the pool ended at `price`. */
export function nextMovingPrice(moving: U64F64, price: U64F64, weight: U64F64): I96F32 {
  const counted = price < U64F64.one ? price : U64F64.one
  const fresh = U64F64.saturatingMul(weight, counted)
  const kept = U64F64.saturatingMul(U64F64.saturatingSub(U64F64.one, weight), moving)
  return convert(U64F64, I96F32, U64F64.saturatingAdd(fresh, kept))
}

/** Blocks since the first emission, the first one included. */
export function emissionAge(ctx: Ctx, netuid: number): bigint {
  const first = ctx.storage.subtensor.firstEmissionBlockNumber.get(netuid) ?? 0n
  return saturatingSubU64(BigInt(ctx.blockNumber), saturatingSubU64(first, 1n))
}

export function updateMovingPrices(ctx: Ctx, emitting: readonly number[]): void {
  const { emaPriceHalvingBlocks, subnetMovingAlpha, subnetMovingPrice } = ctx.storage.subtensor
  const movingAlpha = convert(I96F32, U64F64, subnetMovingAlpha.get() as I96F32)
  let [knownAge, knownHalving] = [-1n, -1n]
  let weight = U64F64.zero
  for (const netuid of emitting) {
    const age = emissionAge(ctx, netuid)
    const halving = emaPriceHalvingBlocks.get(netuid)
    // Subnets that started together share the weight.
    if (age !== knownAge || halving !== knownHalving) {
      weight = movingWeight(movingAlpha, age, halving)
      knownAge = age
      knownHalving = halving
    }
    const price = currentAlphaPrice(ctx, netuid)
    subnetMovingPrice.set(netuid, nextMovingPrice(movingPriceOf(ctx, netuid), price, weight))
  }
}

export function updateRootProportions(ctx: Ctx, emitting: readonly number[]): void {
  const { rootProp } = ctx.storage.subtensor
  const root = weightedRootTao(ctx)
  for (const netuid of emitting) {
    rootProp.set(netuid, rootProportion(root, alphaIssuance(ctx, netuid)))
  }
}
