/**
 * The counters of AlphaAssets: how much alpha of each subnet was minted, burned and recycled.
 *
 * Source: ../shared/spec/swap.md section 12, block-pipeline.md section 7.5. Zero amounts write
 * nothing, and no counter is ever removed: a new subnet under an old netuid goes on counting.
 *
 * @module
 */
import type { Ctx } from '../../context.ts'
import { saturatingAddU64, saturatingSubU64 } from '../../u64.ts'

/** Counts newly created alpha. */
export function noteAlphaMinted(ctx: Ctx, netuid: number, amount: bigint): void {
  if (amount === 0n) return
  const { totalAlphaIssuance } = ctx.storage.alphaAssets
  totalAlphaIssuance.set(netuid, saturatingAddU64(totalAlphaIssuance.get(netuid), amount))
}

/** Counts alpha that nobody can spend any more but that stays issued. */
export function noteAlphaBurned(ctx: Ctx, netuid: number, amount: bigint): void {
  if (amount === 0n) return
  const { alphaBurned } = ctx.storage.alphaAssets
  alphaBurned.set(netuid, saturatingAddU64(alphaBurned.get(netuid), amount))
}

/** Counts alpha that is taken back and may be emitted again. */
export function noteAlphaRecycled(ctx: Ctx, netuid: number, amount: bigint): void {
  if (amount === 0n) return
  const { alphaRecycled, totalAlphaIssuance } = ctx.storage.alphaAssets
  totalAlphaIssuance.set(netuid, saturatingSubU64(totalAlphaIssuance.get(netuid), amount))
  alphaRecycled.set(netuid, saturatingAddU64(alphaRecycled.get(netuid), amount))
}
