/**
 * `burn_alpha`: makes alpha of a coldkey unspendable; it stays issued.
 *
 * Source: ../shared/spec/staking.md section 8 (staking/recycle_alpha.rs), spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, alphaBalance, netuid } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { burnSubnetAlpha } from '../../alpha.ts'
import { events } from '../../events.ts'
import type { StakePosition } from '../../staking/stake-ledger.ts'
import { takeOutStake } from '../../staking/take-out.ts'

/**
 * Origin: the coldkey that staked. More than its stake means all of it. Emits `AlphaBurned`.
 *
 * @throws SubnetNotExists, CannotBurnOrRecycleOnRootSubnet, SubtokenDisabled, HotKeyAccountNotExists
 * @throws InsufficientLiquidity  more than the subnet has outstanding
 * @throws StakeUnavailable       a lock needs it
 */
export const burnAlpha = call({
  index: 102,
  docs: 'Makes alpha of the signer unspendable for good.',
  args: { hotkey: accountId, amount: alphaBalance, netuid },
  info: { weight: { refTime: 868_964_000n, proofSize: 5_219n } },
  run(ctx: Ctx, origin, { hotkey, amount, netuid }) {
    burnStake(ctx, { hotkey, coldkey: ensureSigned(origin), netuid }, amount)
  },
})

export function burnStake(ctx: Ctx, position: StakePosition, asked: bigint): void {
  const amount = takeOutStake(ctx, position, asked)
  burnSubnetAlpha(ctx, position.netuid, amount)
  ctx.emit(events.AlphaBurned, [position.coldkey, position.hotkey, amount, position.netuid])
}
