/**
 * `unstake_all_alpha`: moves what a coldkey has behind a hotkey on all subnets to root.
 *
 * Source: ../shared/spec/staking.md section 6 (staking/remove_stake.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { PRICE_MAX } from '../../../swap/pool.ts'
import { stakeIntoSubnet } from '../../staking/stake-moves.ts'
import { allNetuids, ROOT_NETUID } from '../../subnets/lookup.ts'
import { unstakeEverywhere } from './unstake-all.ts'

/**
 * Origin: the coldkey that staked. Root itself is not asked whether staking is open. Emits
 * `StakeRemoved` per subnet and `StakeAdded`.
 *
 * @throws HotKeyAccountNotExists  nobody owns the hotkey
 * @throws AmountTooLow            nothing could be unstaked
 * @throws InsufficientBalance, errors of Swap  an accepted sale fails
 */
export const unstakeAllAlpha = call({
  index: 84,
  docs: 'Unstakes all alpha of the signer from a hotkey on every subnet, and stakes the TAO on root.',
  args: { hotkey: accountId },
  info: { weight: { refTime: 4_275_873_000n, proofSize: 11_306n } },
  run(ctx: Ctx, origin, { hotkey }) {
    const coldkey = ensureSigned(origin)
    const netuids = allNetuids(ctx).filter((netuid) => netuid !== ROOT_NETUID)
    const tao = unstakeEverywhere(ctx, coldkey, hotkey, netuids)
    const terms = { limit: PRICE_MAX, dropFees: false }
    stakeIntoSubnet(ctx, { hotkey, coldkey, netuid: ROOT_NETUID }, tao, terms)
  },
})
