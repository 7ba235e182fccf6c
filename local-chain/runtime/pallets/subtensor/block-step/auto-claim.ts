/**
 * Step 8: each block claims root dividends for a few coldkeys, drawn by the parent block's hash.
 *
 * Source: ../shared/spec/block-pipeline.md section 10, staking.md section 13.5 (subtensor
 * `staking/claim_root.rs` `run_auto_claim_root_divs`).
 *
 * @module
 */
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { U64_MAX } from '../../../u64.ts'
import { claimRootDividends } from '../root-claims/claim.ts'

/** Words of 8 bytes in a hash. */
const WORDS = 4

/**
 * Indices below `count` that a block draws, ascending, without repeats.
 *
 * @param hash   parent block's hash, hex
 * @param draws  how many are drawn; fewer come out when some coincide
 */
export function drawIndices(hash: string, draws: bigint, count: bigint): bigint[] {
  const words = Array.from({ length: WORDS }, (_, i) =>
    BigInt(`0x${hash.slice(i * 16, i * 16 + 16)}`),
  )
  const drawn = new Set<bigint>()
  let last = words[0] ?? 0n
  for (let i = 0; BigInt(i) < draws; i++) {
    const sum = last + (words[i % WORDS] ?? 0n)
    last = count === 0n ? 0n : (sum > U64_MAX ? U64_MAX : sum) % count
    drawn.add(last)
  }
  return [...drawn].sort((a, b) => (a < b ? -1 : 1))
}

export function runAutoClaims(ctx: Ctx): void {
  const { numRootClaim, numStakingColdkeys, stakingColdkeysByIndex } = ctx.storage.subtensor
  const count = numStakingColdkeys.get()
  // Without listed coldkeys every draw is 0, and number 0 is nobody.
  if (count === 0n && !stakingColdkeysByIndex.exists(0n)) return
  for (const index of drawIndices(ctx.parentHash, numRootClaim.get(), count)) {
    const coldkey = stakingColdkeysByIndex.get(index)
    if (coldkey === undefined) continue
    try {
      ctx.transaction(() => claimRootDividends(ctx, coldkey))
    } catch (error) {
      // A claim that fails costs this coldkey its turn, not the block.
      if (!(error instanceof DispatchFailure)) throw error
    }
  }
}
