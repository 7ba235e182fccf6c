/**
 * `remove_stake`: turns alpha behind a hotkey back into free TAO.
 *
 * Source: ../shared/spec/staking.md section 6 (staking/remove_stake.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, alphaBalance, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { minBigint } from '../../../../u64.ts'
import { PRICE_MIN } from '../../../swap/pool.ts'
import { clearSmallNomination } from '../../staking/small-nominations.ts'
import { type StakePosition, stakeOf } from '../../staking/stake-ledger.ts'
import { unstakeFromSubnet } from '../../staking/stake-moves.ts'
import { dropPendingChildrenBelowThreshold } from '../../staking/stake-threshold.ts'
import {
  ensureInputFits,
  ensureSubtokenEnabled,
  validateRemoveStake,
  wholeAmount,
} from '../../staking/validation.ts'

/**
 * Origin: the coldkey that staked. More than its stake means all of it. Emits `StakeRemoved`.
 *
 * @throws SubtokenDisabled       also for an unknown subnet
 * @throws AmountTooLow           nothing, or a part worth less than the minimum stake
 * @throws InsufficientLiquidity  the pool refuses it
 * @throws StakeUnavailable       a lock needs it
 * @throws InsufficientBalance    the subnet's account lacks TAO
 */
export const removeStake = call({
  index: 3,
  docs: 'Unstakes alpha of the signer from a hotkey on a subnet, at the price of the moment.',
  args: { hotkey: accountId, netuid, amountUnstaked: alphaBalance },
  info: { weight: { refTime: 2_569_198_000n, proofSize: 10_557n } },
  run(ctx: Ctx, origin, { hotkey, netuid, amountUnstaked }) {
    const coldkey = ensureSigned(origin)
    removeStakeAtMarket(ctx, { hotkey, coldkey, netuid }, amountUnstaked)
  },
})

export function removeStakeAtMarket(ctx: Ctx, position: StakePosition, asked: bigint): void {
  const { hotkey, coldkey, netuid } = position
  ensureSubtokenEnabled(ctx, netuid)
  const amount = minBigint(asked, stakeOf(ctx, position))
  ensureInputFits(ctx, netuid, 'sell', amount)
  validateRemoveStake(ctx, position, amount, wholeAmount(amount))
  unstakeFromSubnet(ctx, position, coldkey, amount, { limit: PRICE_MIN, dropFees: false })
  clearSmallNomination(ctx, position)
  dropPendingChildrenBelowThreshold(ctx, hotkey)
}
