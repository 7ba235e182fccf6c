/**
 * `swap_stake`: moves stake to another subnet, behind the same hotkey.
 *
 * Source: ../shared/spec/staking.md section 7 (staking/move_stake.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, alphaBalance, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { events } from '../../events.ts'
import { moveStake } from '../../staking/move.ts'

/**
 * Origin: the coldkey that staked. Emits `StakeRemoved`, `StakeAdded`, `StakeSwapped`.
 *
 * @throws SameNetuid  the subnet does not change
 * @throws what `validateMove` lists, then errors of the two trades
 */
export const swapStake = call({
  index: 87,
  docs: 'Moves stake of the signer behind a hotkey from one subnet to another.',
  args: {
    hotkey: accountId,
    originNetuid: netuid,
    destinationNetuid: netuid,
    alphaAmount: alphaBalance,
  },
  info: { weight: { refTime: 4_317_019_000n, proofSize: 10_920n } },
  run(ctx: Ctx, origin, { hotkey, originNetuid, destinationNetuid, alphaAmount }) {
    const coldkey = ensureSigned(origin)
    const pair = { coldkey, hotkey }
    const amount = alphaAmount
    const tao = moveStake(ctx, { from: pair, to: pair, originNetuid, destinationNetuid, amount })
    ctx.emit(events.StakeSwapped, [coldkey, hotkey, originNetuid, destinationNetuid, tao])
  },
})
