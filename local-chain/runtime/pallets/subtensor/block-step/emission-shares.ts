/**
 * Coinbase 7.1: how the TAO of a block is divided among the subnets, by moving price less the part of
 * miner emission that went to their owners.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.1 (subtensor `coinbase/subnet_emissions.rs`).
 * All divisions floor; what is lost is recycled.
 *
 * @module
 */
import { convert, I96F32, U64F64, U96F32 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'

/** What decides a subnet's share. */
export interface ShareTerms {
  readonly movingPrice: U64F64
  /** Share of miner emission that was withheld from owners at the last epoch. */
  readonly minerBurned: U96F32
  readonly emissionEnabled: boolean
}

/** `get_moving_alpha_price`: one for root and stable subnets, else the average price of the pool. */
export function movingPriceOf(ctx: Ctx, netuid: number): U64F64 {
  const { subnetMechanism, subnetMovingPrice } = ctx.storage.subtensor
  if (netuid === 0 || subnetMechanism.get(netuid) === 0) return U64F64.one
  return convert(I96F32, U64F64, subnetMovingPrice.get(netuid) as I96F32)
}

/** Shares by position, with one as the whole. */
export function emissionShares(subnets: readonly ShareTerms[]): U64F64[] {
  if (!subnets.some(isEnabled)) return subnets.map(() => U64F64.zero)
  let priceSum: bigint = 0n
  for (const subnet of subnets) priceSum += subnet.movingPrice
  if (priceSum === 0n) return subnets.map(() => U64F64.zero)

  const byPrice: bigint[] = []
  const kept: bigint[] = []
  let keptSum = 0n
  for (const { movingPrice, minerBurned } of subnets) {
    const share: bigint = (movingPrice << 64n) / priceSum
    const weight = minerBurned === 0n ? share : (share * unburned(minerBurned)) >> 64n
    byPrice.push(share)
    kept.push(weight)
    keptSum += weight
  }
  // Where every subnet withheld everything, price alone decides.
  const shares = keptSum === 0n ? byPrice : kept.map((weight) => (weight << 64n) / keptSum)
  return (subnets.every(isEnabled) ? shares : enabledOnly(subnets, shares)) as U64F64[]
}

function isEnabled(subnet: ShareTerms): boolean {
  return subnet.emissionEnabled
}

/** 1 - min(burned, 1), U64F64 bits. */
function unburned(burned: U96F32): bigint {
  const widened: bigint = burned >= U96F32.one ? U64F64.one : burned << 32n
  return U64F64.one - widened
}

/** Subnets that root has not switched on get nothing, the others their part of the rest. */
function enabledOnly(subnets: readonly ShareTerms[], shares: readonly bigint[]): bigint[] {
  let sum = 0n
  for (let i = 0; i < shares.length; i++) if (subnets[i]?.emissionEnabled) sum += shares[i] ?? 0n
  return shares.map((share, i) =>
    sum !== 0n && subnets[i]?.emissionEnabled ? (share << 64n) / sum : 0n,
  )
}

/** Emission of a share in rao, with 32 fraction bits. */
export function shareOfEmission(blockEmission: bigint, share: U64F64): U96F32 {
  return ((blockEmission * share) >> 32n) as U96F32
}
