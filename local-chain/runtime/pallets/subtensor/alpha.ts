/**
 * Creating, taking back and burning alpha of a subnet: the pool and outstanding counters together
 * with the totals of AlphaAssets.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.5 (subtensor `coinbase/alpha.rs`). A zero
 * amount writes nothing; a counter that reaches zero keeps its key.
 *
 * @module
 */
import type { Ctx } from '../../context.ts'
import { saturatingAddU64, saturatingSubU64 } from '../../u64.ts'
import { noteAlphaBurned, noteAlphaMinted, noteAlphaRecycled } from '../alpha-assets/ledger.ts'

/** Creates alpha inside the pool. */
export function mintAlphaIn(ctx: Ctx, netuid: number, amount: bigint): void {
  if (amount === 0n) return
  noteAlphaMinted(ctx, netuid, amount)
  const { subnetAlphaIn } = ctx.storage.subtensor
  subnetAlphaIn.set(netuid, saturatingAddU64(subnetAlphaIn.get(netuid), amount))
}

/** Creates alpha outside the pool. */
export function mintAlphaOut(ctx: Ctx, netuid: number, amount: bigint): void {
  if (amount === 0n) return
  noteAlphaMinted(ctx, netuid, amount)
  const { subnetAlphaOut } = ctx.storage.subtensor
  subnetAlphaOut.set(netuid, saturatingAddU64(subnetAlphaOut.get(netuid), amount))
}

/** Takes outstanding alpha out of existence; it can be emitted again. */
export function recycleSubnetAlpha(ctx: Ctx, netuid: number, amount: bigint): void {
  if (amount === 0n) return
  const { subnetAlphaOut } = ctx.storage.subtensor
  subnetAlphaOut.set(netuid, saturatingSubU64(subnetAlphaOut.get(netuid), amount))
  noteAlphaRecycled(ctx, netuid, amount)
}

/** Makes outstanding alpha unspendable. It stays issued, so only the burned total moves. */
export function burnSubnetAlpha(ctx: Ctx, netuid: number, amount: bigint): void {
  noteAlphaBurned(ctx, netuid, amount)
}

/** `get_alpha_issuance`: all alpha of a subnet, in the pool and outside. */
export function alphaIssuance(ctx: Ctx, netuid: number): bigint {
  const { subnetAlphaIn, subnetAlphaOut } = ctx.storage.subtensor
  return saturatingAddU64(subnetAlphaIn.get(netuid), subnetAlphaOut.get(netuid))
}
