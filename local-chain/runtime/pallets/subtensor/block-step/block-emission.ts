/**
 * Step 2: how much TAO a block makes, and the credit that the rest of the step spends.
 *
 * Source: ../shared/spec/block-pipeline.md section 5 (subtensor `coinbase/block_emission.rs`,
 * `coinbase/tao.rs`). The integer form replaces the chain's log2; the spec says how it was checked.
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import { dropCredit, issue } from '../../balances/ledger.ts'

/** All the TAO, and all the alpha of one subnet, that can ever exist, rao. */
export const MAX_ISSUANCE = 21_000_000_000_000_000n
/** Emission before the first halving, rao per block. */
const FULL_EMISSION = 1_000_000_000n
/** `DefaultBlockEmission` needs 30 halvings to reach zero. */
const HALVINGS_MAX = 30n
const FIRST_HALVING = MAX_ISSUANCE / 2n

/** Emission per block at an issuance: 1 TAO (or alpha), halved as the rest halves. */
export function blockEmissionAt(issuance: bigint): bigint {
  if (issuance < FIRST_HALVING) return FULL_EMISSION
  if (issuance >= MAX_ISSUANCE) return 0n
  let rest = MAX_ISSUANCE - issuance
  let halvings = 0n
  while (halvings < HALVINGS_MAX && rest << 1n <= MAX_ISSUANCE) {
    rest <<= 1n
    halvings += 1n
  }
  return FULL_EMISSION >> halvings
}

/**
 * `get_block_emission_for_issuance`: the emission, which is also left in `BlockEmission`. Whoever asks
 * last in a block, for TAO or for a subnet's alpha, decides what stays there.
 */
export function noteBlockEmission(ctx: Ctx, issuance: bigint): bigint {
  if (issuance >= MAX_ISSUANCE) return 0n
  const emission = blockEmissionAt(issuance)
  const { blockEmission } = ctx.storage.subtensor
  if (blockEmission.get() !== emission) blockEmission.set(emission)
  return emission
}

/**
 * `mint_tao`: new TAO as a credit that must be deposited or recycled. Both issuance counters rise.
 *
 * @returns the credit: less than asked where the balances would exceed the maximum
 */
export function mintTao(ctx: Ctx, amount: bigint): bigint {
  const room = saturatingSubU64(MAX_ISSUANCE, ctx.storage.balances.totalIssuance.get())
  const minted = amount < room ? amount : room
  const { totalIssuance } = ctx.storage.subtensor
  totalIssuance.set(saturatingAddU64(totalIssuance.get(), minted))
  return issue(ctx, minted)
}

/** Destroys what is left of a minted credit. No event. */
export function recycleCredit(ctx: Ctx, credit: bigint): void {
  if (credit === 0n) return
  const { totalIssuance } = ctx.storage.subtensor
  totalIssuance.set(saturatingSubU64(totalIssuance.get(), credit))
  dropCredit(ctx, credit)
}

/** The TAO of this block, minted. */
export function mintBlockEmission(ctx: Ctx): bigint {
  const emission = noteBlockEmission(ctx, ctx.storage.subtensor.totalIssuance.get())
  return emission === 0n ? 0n : mintTao(ctx, emission)
}
