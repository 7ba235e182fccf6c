/**
 * `transfer_stake`: gives stake to another coldkey, behind the same hotkey.
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
 * Origin: the coldkey that staked. Emits `StakeRemoved`, `StakeAdded`, `StakeTransferred`.
 *
 * @throws TransferDisallowed         a subnet's owner forbids transfers
 * @throws AccountRejectsLockedAlpha  part of it is locked and the receiver did not opt in
 * @throws what `validateMove` lists, then errors of the two trades
 */
export const transferStake = call({
  index: 86,
  docs: 'Gives stake of the signer to another coldkey, on the same or another subnet.',
  args: {
    destinationColdkey: accountId,
    hotkey: accountId,
    originNetuid: netuid,
    destinationNetuid: netuid,
    alphaAmount: alphaBalance,
  },
  info: { weight: { refTime: 1_333_541_000n, proofSize: 7_994n } },
  run(ctx: Ctx, origin, args) {
    const coldkey = ensureSigned(origin)
    const { destinationColdkey, hotkey, originNetuid, destinationNetuid } = args
    const tao = moveStake(ctx, {
      from: { coldkey, hotkey },
      to: { coldkey: destinationColdkey, hotkey },
      originNetuid,
      destinationNetuid,
      amount: args.alphaAmount,
      needsToggle: true,
    })
    ctx.emit(events.StakeTransferred, [
      coldkey,
      destinationColdkey,
      hotkey,
      originNetuid,
      destinationNetuid,
      tao,
    ])
  },
})
