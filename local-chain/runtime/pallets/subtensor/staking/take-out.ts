/**
 * Taking a coldkey's alpha out of circulation on its own word: what recycling and burning share.
 *
 * Source: ../shared/spec/staking.md section 8 (staking/recycle_alpha.rs), spec 425.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { minBigint } from '../../../u64.ts'
import { errors } from '../errors.ts'
import { hotkeyExists } from '../hotkeys.ts'
import { ROOT_NETUID, subnetExists } from '../subnets/lookup.ts'
import { ensureAvailable } from './locks.ts'
import { decreaseStake, type StakePosition, stakeOf } from './stake-ledger.ts'
import { ensureSubtokenEnabled } from './validation.ts'

/**
 * Lowers a position by an amount, at most by what it holds. Locks and stake blocks are not touched.
 *
 * @returns alpha taken
 * @throws SubnetNotExists, CannotBurnOrRecycleOnRootSubnet, SubtokenDisabled,
 *   HotKeyAccountNotExists, InsufficientLiquidity, StakeUnavailable  in this order
 */
export function takeOutStake(ctx: Ctx, position: StakePosition, asked: bigint): bigint {
  const { hotkey, coldkey, netuid } = position
  ensure(subnetExists(ctx, netuid), errors.SubnetNotExists)
  ensure(netuid !== ROOT_NETUID, errors.CannotBurnOrRecycleOnRootSubnet)
  ensureSubtokenEnabled(ctx, netuid)
  ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
  const amount = minBigint(asked, stakeOf(ctx, position))
  const outstanding = ctx.storage.subtensor.subnetAlphaOut.get(netuid)
  ensure(outstanding >= amount, errors.InsufficientLiquidity)
  ensureAvailable(ctx, coldkey, netuid, amount)
  decreaseStake(ctx, { ...position, amount })
  return amount
}
