/**
 * `move_stake`: moves stake of a coldkey to another hotkey, on the same or another subnet.
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
import { moveStake as move } from '../../staking/move.ts'

/**
 * Origin: the coldkey that staked. Emits `StakeRemoved`, `StakeAdded`, `StakeMoved`.
 *
 * @throws SameNetuid  neither hotkey nor subnet changes
 * @throws what `validateMove` lists, then errors of the two trades
 */
export const moveStake = call({
  index: 85,
  docs: 'Moves stake of the signer from one hotkey and subnet to another.',
  args: {
    originHotkey: accountId,
    destinationHotkey: accountId,
    originNetuid: netuid,
    destinationNetuid: netuid,
    alphaAmount: alphaBalance,
  },
  info: { weight: { refTime: 1_391_061_000n, proofSize: 7_919n } },
  run(ctx: Ctx, origin, args) {
    const coldkey = ensureSigned(origin)
    const { originHotkey, destinationHotkey, originNetuid, destinationNetuid } = args
    const tao = move(ctx, {
      from: { coldkey, hotkey: originHotkey },
      to: { coldkey, hotkey: destinationHotkey },
      originNetuid,
      destinationNetuid,
      amount: args.alphaAmount,
    })
    ctx.emit(events.StakeMoved, [
      coldkey,
      originHotkey,
      originNetuid,
      destinationHotkey,
      destinationNetuid,
      tao,
    ])
  },
})
