/**
 * The coinbase: the block's TAO goes to the subnets, their alpha is set aside, and subnets whose epoch
 * is due settle.
 *
 * Source: ../shared/spec/block-pipeline.md section 7 (subtensor `coinbase/run_coinbase.rs`).
 *
 * @module
 */
import { convert, U64F64, U96F32 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { alphaIssuance } from '../alpha.ts'
import { accrueAlphaOut } from './alpha-accrual.ts'
import { noteBlockEmission } from './block-emission.ts'
import { drainPending } from './drain.ts'
import {
  emissionShares,
  movingPriceOf,
  type ShareTerms,
  shareOfEmission,
} from './emission-shares.ts'
import { injectAndBuy } from './injection.ts'
import { settleSubnets } from './settlement.ts'
import {
  rootProportion,
  type SubnetTerms,
  subnetTerms,
  termsWithoutTao,
  weightedRootTao,
} from './subnet-terms.ts'

/** Subnets that get emission: started, with their token on and registration open. */
export function emittingSubnets(ctx: Ctx, subnets: readonly number[]): number[] {
  const { firstEmissionBlockNumber, networkRegistrationAllowed, subtokenEnabled } =
    ctx.storage.subtensor
  return subnets.filter(
    (netuid) =>
      firstEmissionBlockNumber.exists(netuid) &&
      subtokenEnabled.get(netuid) &&
      networkRegistrationAllowed.get(netuid),
  )
}

/**
 * `run_coinbase`.
 *
 * @param subnets   all but root, in storage order
 * @param emitting  those of them that get emission
 * @param credit    TAO minted for this block
 */
export function runCoinbase(
  ctx: Ctx,
  subnets: readonly number[],
  emitting: readonly number[],
  credit: bigint,
): void {
  ctx.storage.subtensor.subnetRootSellTao.clear()
  const shares = shareTermsOf(ctx, emitting)
  const terms = termsOf(ctx, emitting, emissionsOf(shares, credit))
  injectAndBuy(ctx, emitting, terms, credit)
  accrueAlphaOut(ctx, emitting, terms, sellsRoot(shares))
  settleSubnets(ctx, drainPending(ctx, subnets))
}

function shareTermsOf(ctx: Ctx, emitting: readonly number[]): ShareTerms[] {
  const { minerBurned, subnetEmissionEnabled } = ctx.storage.subtensor
  return emitting.map((netuid) => ({
    movingPrice: movingPriceOf(ctx, netuid),
    minerBurned: minerBurned.get(netuid) as U96F32,
    emissionEnabled: subnetEmissionEnabled.get(netuid),
  }))
}

function emissionsOf(terms: readonly ShareTerms[], credit: bigint): U96F32[] {
  return emissionShares(terms).map((share) => shareOfEmission(credit, share))
}

/** Whether root's dividends are kept: the average prices together exceed one. */
function sellsRoot(terms: readonly ShareTerms[]): boolean {
  let sum: bigint = 0n
  for (const { movingPrice } of terms) sum += movingPrice
  return sum > U64F64.one
}

function termsOf(
  ctx: Ctx,
  emitting: readonly number[],
  emissions: readonly U96F32[],
): SubnetTerms[] {
  const weightedRoot = weightedRootTao(ctx)
  const terms: SubnetTerms[] = new Array(emitting.length)
  // Ascending netuids: the last one's alpha emission is what BlockEmission keeps.
  for (const i of ascendingPositions(emitting)) {
    const netuid = emitting[i] as number
    const issuance = alphaIssuance(ctx, netuid)
    const alpha = noteBlockEmission(ctx, issuance)
    const emission = emissions[i] as U96F32
    if (emission === 0n) {
      terms[i] = termsWithoutTao(alpha)
      continue
    }
    const price = convert(U64F64, U96F32, currentAlphaPrice(ctx, netuid))
    terms[i] = subnetTerms(emission, price, rootProportion(weightedRoot, issuance), alpha)
  }
  return terms
}

/** Storage order is ascending up to netuid 255. */
function ascendingPositions(netuids: readonly number[]): number[] {
  const positions = netuids.map((_, i) => i)
  return positions.sort((a, b) => (netuids[a] as number) - (netuids[b] as number))
}
