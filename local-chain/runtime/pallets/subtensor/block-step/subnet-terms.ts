/**
 * Coinbase 7.2: what a subnet's emission turns into: TAO and alpha for the pool, TAO that buys alpha,
 * and new alpha for its neurons.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.2 (subtensor `coinbase/run_coinbase.rs`,
 * `coinbase/block_step.rs` for the root proportion).
 *
 * @module
 */
import { U96F32 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { U64_MAX } from '../../../u64.ts'

/** The four amounts, still with their fraction. */
export interface SubnetTerms {
  readonly taoIn: U96F32
  readonly alphaIn: U96F32
  readonly alphaOut: U96F32
  readonly excessTao: U96F32
}

/** A part of u64::MAX as a fraction. */
export function proportionOfU64(part: bigint): U96F32 {
  return ((part << 32n) / U64_MAX) as U96F32
}

/** `get_tao_weight`: how much root stake counts beside alpha. */
export function taoWeight(ctx: Ctx): U96F32 {
  return proportionOfU64(ctx.storage.subtensor.taoWeight.get())
}

/** All TAO on root at its weight. The same for every subnet of a block. */
export function weightedRootTao(ctx: Ctx): U96F32 {
  return U96F32.saturate(ctx.storage.subtensor.subnetTao.get(0) * taoWeight(ctx))
}

/** `root_proportion`: root's part in root and alpha together. */
export function rootProportion(weightedRoot: U96F32, alphaIssuance: bigint): U96F32 {
  if (weightedRoot === 0n) return U96F32.zero
  return U96F32.saturate((weightedRoot << 32n) / (weightedRoot + (alphaIssuance << 32n)))
}

/**
 * @param emission  TAO of this block for the subnet
 * @param price     TAO per alpha
 * @param alpha     alpha of this block for the subnet, rao
 */
export function subnetTerms(
  emission: U96F32,
  price: U96F32,
  root: U96F32,
  alpha: bigint,
): SubnetTerms {
  const alphaOut = U96F32.fromNum(alpha)
  // Root can take over no more alpha than its share of what the subnet makes.
  const cap = (root * alpha) as U96F32
  const wanted = U96F32.safeDiv(emission, price)
  if (wanted <= cap) {
    return { taoIn: emission, alphaIn: wanted, alphaOut, excessTao: U96F32.zero }
  }
  const taoIn = U96F32.saturatingMul(cap, price)
  return { taoIn, alphaIn: cap, alphaOut, excessTao: U96F32.saturatingSub(emission, taoIn) }
}

/** The terms of a subnet that gets no TAO: neither price nor root matter then. */
export function termsWithoutTao(alpha: bigint): SubnetTerms {
  const alphaOut = U96F32.fromNum(alpha)
  return { taoIn: U96F32.zero, alphaIn: U96F32.zero, alphaOut, excessTao: U96F32.zero }
}
