/**
 * `add_stake`: turns free TAO of a coldkey into alpha behind a hotkey.
 *
 * Source: ../shared/spec/staking.md section 5 (staking/add_stake.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, netuid, taoBalance } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { PRICE_MAX } from '../../../swap/pool.ts'
import type { StakePosition } from '../../staking/stake-ledger.ts'
import { stakeIntoSubnet } from '../../staking/stake-moves.ts'
import { ensureInputFits, validateAddStake, wholeAmount } from '../../staking/validation.ts'

/**
 * Origin: any coldkey; the hotkey may be anybody's. Emits `StakeAdded` after the transfers.
 *
 * @throws InsufficientLiquidity     the pool is too small for the amount, or refuses it
 * @throws SubnetNotExists, SubtokenDisabled
 * @throws AmountTooLow              less than the minimum stake and its fee
 * @throws NotEnoughBalanceToStake   the coldkey has less
 * @throws HotKeyAccountNotExists    nobody owns the hotkey
 */
export const addStake = call({
  index: 2,
  docs: 'Stakes TAO of the signer to a hotkey on a subnet, at the price of the moment.',
  args: { hotkey: accountId, netuid, amountStaked: taoBalance },
  info: { weight: { refTime: 3_064_064_000n, proofSize: 8_727n } },
  run(ctx: Ctx, origin, { hotkey, netuid, amountStaked }) {
    const coldkey = ensureSigned(origin)
    addStakeAtMarket(ctx, { hotkey, coldkey, netuid }, amountStaked)
  },
})

/** @returns alpha received */
export function addStakeAtMarket(ctx: Ctx, position: StakePosition, amount: bigint): bigint {
  ensureInputFits(ctx, position.netuid, 'buy', amount)
  validateAddStake(ctx, position, amount, wholeAmount(amount))
  return stakeIntoSubnet(ctx, position, amount, { limit: PRICE_MAX, dropFees: false })
}
