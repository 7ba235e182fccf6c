/**
 * What a trade would give, asked of the chain's own simulation.
 *
 * Source: ../shared/spec/swap.md section 10.
 *
 * @module
 */
import type { View } from '../../chain/read.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import { readPrice } from '../subnets/subnet-info.ts'

/** A simulated trade; amounts in the smallest unit of their token. */
export interface Quote {
  /** Rao per alpha before the trade. */
  readonly priceRao: bigint
  /** What comes out: alpha of a purchase, TAO of a sale. */
  readonly received: bigint
  /** Fee of the pool, in what is paid: TAO of a purchase, alpha of a sale. */
  readonly poolFee: bigint
  /** How much less than at the price before the trade, from 0 to 1, the fee included. */
  readonly slippage: number
}

interface SimSwap {
  readonly taoAmount: bigint
  readonly alphaAmount: bigint
  readonly taoFee: bigint
  readonly alphaFee: bigint
  readonly taoSlippage: bigint
  readonly alphaSlippage: bigint
}

/** @throws TaoError INSUFFICIENT_LIQUIDITY */
export async function quoteBuy(view: View, netuid: number, taoRao: bigint): Promise<Quote> {
  const [priceRao, sim] = await Promise.all([
    readPrice(view, netuid),
    view.api<SimSwap>('SwapRuntimeApi.sim_swap_tao_for_alpha', netuid, taoRao),
  ])
  if (sim.alphaAmount === 0n) throw insufficientLiquidity(netuid, `${taoRao} rao`)
  const { alphaAmount: received, taoFee: poolFee, alphaSlippage } = sim
  return { priceRao, received, poolFee, slippage: shareLost(received, alphaSlippage) }
}

/** @throws TaoError INSUFFICIENT_LIQUIDITY */
export async function quoteSell(view: View, netuid: number, alpha: bigint): Promise<Quote> {
  const [priceRao, sim] = await Promise.all([
    readPrice(view, netuid),
    view.api<SimSwap>('SwapRuntimeApi.sim_swap_alpha_for_tao', netuid, alpha),
  ])
  if (sim.taoAmount === 0n) throw insufficientLiquidity(netuid, `${alpha} units of alpha`)
  const { taoAmount: received, alphaFee: poolFee, taoSlippage } = sim
  return { priceRao, received, poolFee, slippage: shareLost(received, taoSlippage) }
}

/** Part of the ideal amount that the trade does not give; kept to a millionth. */
export function shareLost(received: bigint, lost: bigint): number {
  const ideal = received + lost
  return ideal === 0n ? 0 : Number((lost * 1_000_000n) / ideal) / 1_000_000
}

function insufficientLiquidity(netuid: number, amount: string): TaoError {
  return new TaoError(
    'INSUFFICIENT_LIQUIDITY',
    `the pool of subnet ${netuid} cannot trade ${amount}: too much for its reserves, or so little ` +
      'that nothing comes out',
    {
      exitCode: ExitCode.rejected,
      suggestions: ['use another amount', `tao subnets show --netuid ${netuid}`],
      data: { netuid, amount },
    },
  )
}
