/**
 * `add_stake_limit`: stakes as long as the price stays under a limit.
 *
 * Source: ../shared/spec/staking.md section 5 (staking/add_stake.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, netuid, taoBalance } from '../../../../../frame/types/common.ts'
import { bool } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { minBigint } from '../../../../u64.ts'
import { becomeDelegateUnlessOwn } from '../../staking/delegates.ts'
import { maxAmountAdd } from '../../staking/max-amounts.ts'
import type { StakePosition } from '../../staking/stake-ledger.ts'
import { stakeIntoSubnet } from '../../staking/stake-moves.ts'
import { ensureInputFits, validateAddStake } from '../../staking/validation.ts'

/**
 * Origin: any coldkey. A hotkey of another owner becomes a delegate. Emits `StakeAdded`.
 *
 * @throws errors of Swap   the price is at the limit already, or the pool is too small
 * @throws SlippageTooHigh  not all fits under the limit, and part of it will not do
 * @throws what `add_stake` throws
 */
export const addStakeLimit = call({
  index: 88,
  docs: 'Stakes TAO of the signer to a hotkey while the price stays under a limit.',
  args: {
    hotkey: accountId,
    netuid,
    amountStaked: taoBalance,
    limitPrice: taoBalance,
    allowPartial: bool,
  },
  info: { weight: { refTime: 3_253_005_000n, proofSize: 8_727n } },
  run(ctx: Ctx, origin, { hotkey, netuid, amountStaked, limitPrice, allowPartial }) {
    const coldkey = ensureSigned(origin)
    const order = { amount: amountStaked, limit: limitPrice, allowPartial }
    addStakeUnderLimit(ctx, { hotkey, coldkey, netuid }, order)
  },
})

/** @returns alpha received */
export function addStakeUnderLimit(
  ctx: Ctx,
  position: StakePosition,
  order: { readonly amount: bigint; readonly limit: bigint; readonly allowPartial: boolean },
): bigint {
  const { amount, limit, allowPartial } = order
  ensureInputFits(ctx, position.netuid, 'buy', amount)
  const most = maxAmountAdd(ctx, position.netuid, limit)
  validateAddStake(ctx, position, amount, { most, allowPartial })
  becomeDelegateUnlessOwn(ctx, position.coldkey, position.hotkey)
  return stakeIntoSubnet(ctx, position, minBigint(amount, most), { limit, dropFees: false })
}
