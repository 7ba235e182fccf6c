/**
 * What all stake of a hotkey or a coldkey is worth in TAO.
 *
 * Source: ../shared/spec/staking.md section 11, spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { currentAlphaPrice, PRICE_MIN, trySimulateSwap } from '../../swap/pool.ts'
import { allNetuids } from '../subnets/lookup.ts'
import { shareOf, stakeOf, totalHotkeyAlpha } from './stake-ledger.ts'
import { alphaValue } from './stake-moves.ts'

/** At present prices, over all subnets, rao. */
export function totalStakeOfHotkey(ctx: Ctx, hotkey: AccountId): bigint {
  let total: U64F64 = U64F64.zero
  for (const netuid of allNetuids(ctx)) {
    const alpha = U64F64.fromNum(totalHotkeyAlpha(ctx, hotkey, netuid))
    total = U64F64.saturatingAdd(total, U64F64.saturatingMul(alpha, currentAlphaPrice(ctx, netuid)))
  }
  return U64F64.toU64(total)
}

/** What unstaking everything would bring before fees, position by position, rao. */
export function totalStakeOfColdkey(ctx: Ctx, coldkey: AccountId): bigint {
  let total = 0n
  for (const hotkey of ctx.storage.subtensor.stakingHotkeys.get(coldkey)) {
    for (const netuid of allNetuids(ctx)) {
      const position = { hotkey, coldkey, netuid }
      if (shareOf(ctx, position) === undefined) continue
      total = saturatingAddU64(total, saleValue(ctx, netuid, stakeOf(ctx, position)))
    }
  }
  return total
}

/** Output of selling alpha now, with the fee at the present price; 0 where the pool refuses. */
function saleValue(ctx: Ctx, netuid: number, alpha: bigint): bigint {
  const order = { netuid, side: 'sell', amount: alpha, limit: PRICE_MIN, dropFees: false } as const
  const sale = trySimulateSwap(ctx, order)
  if (sale instanceof DispatchFailure) return 0n
  return saturatingAddU64(sale.amountPaidOut, alphaValue(ctx, netuid, sale.feePaid))
}
