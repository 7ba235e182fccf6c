/**
 * Moving stake: to another hotkey, another coldkey or another subnet.
 *
 * Source: ../shared/spec/staking.md section 7 (staking/move_stake.rs), spec 425.
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { minBigint } from '../../../u64.ts'
import { PRICE_MAX, PRICE_MIN } from '../../swap/pool.ts'
import { ROOT_NETUID } from '../subnets/lookup.ts'
import { transferTao } from '../tao.ts'
import { becomeDelegateUnlessOwn } from './delegates.ts'
import { maxAmountMove } from './max-amounts.ts'
import { stakeOf } from './stake-ledger.ts'
import {
  MIN_STAKE,
  stakeIntoSubnet,
  transferWithinSubnet,
  unstakeFromSubnet,
} from './stake-moves.ts'
import { type MoveRequest, validateMove, wholeAmount } from './validation.ts'

export interface StakeMove extends MoveRequest {
  /** Transfers between coldkeys ask the subnets' leave. */
  readonly needsToggle?: boolean
  /** Ratio of the two prices, times 10^9, that the move may reach. */
  readonly limit?: { readonly price: bigint; readonly allowPartial: boolean }
}

/**
 * Moves stake, at most what the position holds. Between subnets it is sold and bought again, with a
 * fee on one of the two trades; a proceed below the minimum stake stays with the receiver as TAO.
 *
 * @returns rao of the sale, or the value of what moved within one subnet
 */
export function moveStake(ctx: Ctx, asked: StakeMove): bigint {
  const { from, to, originNetuid, destinationNetuid } = asked
  const held = stakeOf(ctx, { ...from, netuid: originNetuid })
  const move = { ...asked, amount: minBigint(asked.amount, held) }
  const crosses = originNetuid !== destinationNetuid
  const limit =
    asked.limit === undefined || !crosses
      ? wholeAmount(move.amount)
      : {
          most: maxAmountMove(ctx, originNetuid, destinationNetuid, asked.limit.price),
          allowPartial: asked.limit.allowPartial,
        }
  validateMove(ctx, move, limit, asked.needsToggle ?? false)
  const moved = minBigint(move.amount, limit.most)
  if (!crosses) return transferWithinSubnet(ctx, from, to, originNetuid, moved)

  const fromRoot = originNetuid === ROOT_NETUID
  const tao = unstakeFromSubnet(ctx, { ...from, netuid: originNetuid }, from.coldkey, moved, {
    limit: PRICE_MIN,
    dropFees: fromRoot,
  })
  if (from.coldkey !== to.coldkey) transferTao(ctx, from.coldkey, to.coldkey, tao)
  if (tao >= MIN_STAKE) {
    becomeDelegateUnlessOwn(ctx, to.coldkey, to.hotkey)
    const terms = { limit: PRICE_MAX, dropFees: !fromRoot }
    stakeIntoSubnet(ctx, { ...to, netuid: destinationNetuid }, tao, terms)
  }
  return tao
}
