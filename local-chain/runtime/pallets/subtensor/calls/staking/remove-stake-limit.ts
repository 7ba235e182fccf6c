/**
 * `remove_stake_limit`: unstakes as long as the price stays above a limit.
 *
 * Source: ../shared/spec/staking.md section 6 (staking/remove_stake.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, alphaBalance, netuid, taoBalance } from '../../../../../frame/types/common.ts'
import { bool } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { minBigint } from '../../../../u64.ts'
import { maxAmountRemove } from '../../staking/max-amounts.ts'
import { clearSmallNomination } from '../../staking/small-nominations.ts'
import type { StakePosition } from '../../staking/stake-ledger.ts'
import { unstakeFromSubnet } from '../../staking/stake-moves.ts'
import { dropPendingChildrenBelowThreshold } from '../../staking/stake-threshold.ts'
import { ensureInputFits, validateRemoveStake } from '../../staking/validation.ts'

/**
 * Origin: the coldkey that staked. Works while the subtoken is disabled. Emits `StakeRemoved`.
 *
 * @throws errors of Swap            the price is at the limit already, or the pool is too small
 * @throws NotEnoughStakeToWithdraw  more than the stake
 * @throws SlippageTooHigh           not all fits above the limit, and part of it will not do
 * @throws SubnetNotExists, AmountTooLow, InsufficientLiquidity, HotKeyAccountNotExists,
 *   StakeUnavailable, InsufficientBalance
 */
export const removeStakeLimit = call({
  index: 89,
  docs: 'Unstakes alpha of the signer from a hotkey while the price stays above a limit.',
  args: {
    hotkey: accountId,
    netuid,
    amountUnstaked: alphaBalance,
    limitPrice: taoBalance,
    allowPartial: bool,
  },
  info: { weight: { refTime: 2_715_696_000n, proofSize: 10_591n } },
  run(ctx: Ctx, origin, { hotkey, netuid, amountUnstaked, limitPrice, allowPartial }) {
    const coldkey = ensureSigned(origin)
    const order = { amount: amountUnstaked, limit: limitPrice, allowPartial }
    removeStakeAboveLimit(ctx, { hotkey, coldkey, netuid }, order)
  },
})

export function removeStakeAboveLimit(
  ctx: Ctx,
  position: StakePosition,
  order: { readonly amount: bigint; readonly limit: bigint; readonly allowPartial: boolean },
): void {
  const { amount, limit, allowPartial } = order
  const { hotkey, coldkey, netuid } = position
  ensureInputFits(ctx, netuid, 'sell', amount)
  const most = maxAmountRemove(ctx, netuid, limit)
  validateRemoveStake(ctx, position, amount, { most, allowPartial })
  const executed = minBigint(amount, most)
  unstakeFromSubnet(ctx, position, coldkey, executed, { limit, dropFees: false })
  clearSmallNomination(ctx, position)
  dropPendingChildrenBelowThreshold(ctx, hotkey)
}
