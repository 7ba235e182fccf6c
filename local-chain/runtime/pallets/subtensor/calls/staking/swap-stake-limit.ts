/**
 * `swap_stake_limit`: moves stake to another subnet while the ratio of their prices allows.
 *
 * Source: ../shared/spec/staking.md section 7 (staking/move_stake.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, alphaBalance, netuid, taoBalance } from '../../../../../frame/types/common.ts'
import { bool } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { events } from '../../events.ts'
import { moveStake } from '../../staking/move.ts'

/**
 * Origin: the coldkey that staked. The limit bounds the amount, not the two trades. Emits
 * `StakeRemoved`, `StakeAdded`, `StakeSwapped`.
 *
 * @throws errors of Swap   the price is at the limit already, or the pool is too small
 * @throws SlippageTooHigh  not all fits under the limit, and part of it will not do
 * @throws what `swap_stake` throws
 */
export const swapStakeLimit = call({
  index: 90,
  docs: 'Moves stake of the signer between subnets while the ratio of their prices allows.',
  args: {
    hotkey: accountId,
    originNetuid: netuid,
    destinationNetuid: netuid,
    alphaAmount: alphaBalance,
    limitPrice: taoBalance,
    allowPartial: bool,
  },
  info: { weight: { refTime: 4_519_515_000n, proofSize: 11_077n } },
  run(ctx: Ctx, origin, args) {
    const coldkey = ensureSigned(origin)
    const { hotkey, originNetuid, destinationNetuid } = args
    const pair = { coldkey, hotkey }
    const tao = moveStake(ctx, {
      from: pair,
      to: pair,
      originNetuid,
      destinationNetuid,
      amount: args.alphaAmount,
      limit: { price: args.limitPrice, allowPartial: args.allowPartial },
    })
    ctx.emit(events.StakeSwapped, [coldkey, hotkey, originNetuid, destinationNetuid, tao])
  },
})
