/**
 * Coinbase 7.3: TAO and alpha go into the pools, and what the pools may not take buys alpha.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.3, swap.md section 9 (subtensor
 * `coinbase/run_coinbase.rs`).
 *
 * @module
 */
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import { U96F32 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { depositCredit } from '../../balances/ledger.ts'
import { adjustProtocolLiquidity, PRICE_MAX } from '../../swap/pool.ts'
import { mintAlphaIn } from '../alpha.ts'
import { recordProtocolInflow } from '../staking/flow.ts'
import { swapTaoForAlpha } from '../staking/swap-counters.ts'
import { subnetAccountId } from '../subnets/lookup.ts'
import { recycleCredit } from './block-emission.ts'
import type { SubnetTerms } from './subnet-terms.ts'

/**
 * Spends the block's credit in the order of the subnets and recycles the rest. Terms were computed
 * for all subnets before, so an injection does not move the next subnet's price.
 */
export function injectAndBuy(
  ctx: Ctx,
  emitting: readonly number[],
  terms: readonly SubnetTerms[],
  minted: bigint,
): void {
  const { subnetAlphaInEmission, subnetExcessTao, subnetTaoInEmission } = ctx.storage.subtensor
  let credit = minted
  for (let i = 0; i < emitting.length; i++) {
    const netuid = emitting[i] as number
    const { alphaIn, excessTao, taoIn } = terms[i] as SubnetTerms
    const injected = adjustProtocolLiquidity(
      ctx,
      netuid,
      U96F32.toU64(taoIn),
      U96F32.toU64(alphaIn),
    )

    const excess = U96F32.toU64(excessTao)
    let bought = 0n
    if (excess > 0n && spendCredit(ctx, netuid, excess, credit)) {
      credit -= excess
      bought = buyAlpha(ctx, netuid, excess)
    }
    subnetExcessTao.set(netuid, bought)

    subnetAlphaInEmission.set(netuid, injected.alpha)
    mintAlphaIn(ctx, netuid, injected.alpha)

    let placed = 0n
    if (injected.tao > 0n && spendCredit(ctx, netuid, injected.tao, credit)) {
      credit -= injected.tao
      placed = injected.tao
      injectTao(ctx, netuid, placed)
    }
    subnetTaoInEmission.set(netuid, placed)
  }
  recycleCredit(ctx, credit)
}

/** `spend_tao`: moves part of the credit to the subnet's account, or nothing. */
function spendCredit(ctx: Ctx, netuid: number, amount: bigint, credit: bigint): boolean {
  return credit >= amount && depositCredit(ctx, subnetAccountId(netuid), amount)
}

/**
 * Buys alpha for the protocol. A refused trade leaves the TAO on the subnet's account, outside its
 * reserves.
 *
 * @returns TAO that the pool took
 */
function buyAlpha(ctx: Ctx, netuid: number, tao: bigint): bigint {
  try {
    const result = swapTaoForAlpha(ctx, { netuid, amount: tao, limit: PRICE_MAX, dropFees: true })
    const { subnetProtocolAlpha } = ctx.storage.subtensor
    const held = subnetProtocolAlpha.get(netuid)
    subnetProtocolAlpha.set(netuid, saturatingAddU64(held, result.amountPaidOut))
    recordProtocolInflow(ctx, netuid, result.amountPaidIn)
    return result.amountPaidIn
  } catch (error) {
    if (error instanceof DispatchFailure) return 0n
    throw error
  }
}

function injectTao(ctx: Ctx, netuid: number, tao: bigint): void {
  const { subnetTao, totalStake } = ctx.storage.subtensor
  subnetTao.set(netuid, saturatingAddU64(subnetTao.get(netuid), tao))
  totalStake.set(saturatingAddU64(totalStake.get(), tao))
  recordProtocolInflow(ctx, netuid, tao)
}
