/**
 * `recycle_alpha`: takes alpha of a coldkey out of existence; it can be emitted again.
 *
 * Source: ../shared/spec/staking.md section 8 (staking/recycle_alpha.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, alphaBalance, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { recycleSubnetAlpha } from '../../alpha.ts'
import { events } from '../../events.ts'
import { takeOutStake } from '../../staking/take-out.ts'

/**
 * Origin: the coldkey that staked. More than its stake means all of it. Emits `AlphaRecycled`.
 *
 * @throws SubnetNotExists, CannotBurnOrRecycleOnRootSubnet, SubtokenDisabled, HotKeyAccountNotExists
 * @throws InsufficientLiquidity  more than the subnet has outstanding
 * @throws StakeUnavailable       a lock needs it
 */
export const recycleAlpha = call({
  index: 101,
  docs: 'Takes alpha of the signer out of existence, so that it can be emitted again.',
  args: { hotkey: accountId, amount: alphaBalance, netuid },
  info: { weight: { refTime: 1_097_139_000n, proofSize: 5_219n } },
  run(ctx: Ctx, origin, args) {
    const coldkey = ensureSigned(origin)
    const { hotkey, netuid } = args
    const amount = takeOutStake(ctx, { hotkey, coldkey, netuid }, args.amount)
    recycleSubnetAlpha(ctx, netuid, amount)
    ctx.emit(events.AlphaRecycled, [coldkey, hotkey, amount, netuid])
  },
})
