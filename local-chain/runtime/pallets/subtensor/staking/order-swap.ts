/**
 * Trades and transfers that LimitOrders makes for others: all of an amount within a price limit, or
 * nothing. No call does this directly.
 *
 * Source: ../shared/spec/staking.md section 15, "order_swap" (subtensor `staking/order_swap.rs`).
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { isDynamic, type SwapSide, simulateSwap } from '../../swap/pool.ts'
import { errors } from '../errors.ts'
import { hotkeyExists } from '../hotkeys.ts'
import { subnetExists } from '../subnets/lookup.ts'
import { coldkeyBalance } from '../tao.ts'
import { ensureAvailable } from './locks.ts'
import { decreaseStake, increaseStake, type StakePosition, stakeOf } from './stake-ledger.ts'
import {
  alphaValue,
  type KeyPair,
  MIN_STAKE,
  noteStakeBlock,
  stakeIntoSubnet,
  unstakeFromSubnet,
} from './stake-moves.ts'
import { ensureSubtokenEnabled, validateRemoveStake, wholeAmount } from './validation.ts'

export interface OrderTerms {
  /** Rao per alpha. */
  readonly limit: bigint
  /** Whether the position's own state is checked too; the pallet's own trades need that not. */
  readonly validate: boolean
}

/** @throws SubnetNotExists, SubtokenDisabled */
function ensureTrading(ctx: Ctx, netuid: number): void {
  ensure(subnetExists(ctx, netuid), errors.SubnetNotExists)
  ensureSubtokenEnabled(ctx, netuid)
}

/** @throws SlippageTooHigh  the limit would leave a part over; errors of Swap */
function ensureWholeFits(
  ctx: Ctx,
  trade: { netuid: number; side: SwapSide; amount: bigint; limit: bigint },
): void {
  if (!isDynamic(ctx, trade.netuid)) return
  const { amountPaidIn, feePaid } = simulateSwap(ctx, { ...trade, dropFees: false })
  ensure(saturatingAddU64(amountPaidIn, feePaid) >= trade.amount, errors.SlippageTooHigh)
}

/**
 * Buys alpha for a position with its coldkey's TAO.
 *
 * @returns alpha received
 * @throws SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists, AmountTooLow,
 *   NotEnoughBalanceToStake, SlippageTooHigh, then what `stakeIntoSubnet` lists
 */
export function buyAlpha(
  ctx: Ctx,
  position: StakePosition,
  tao: bigint,
  { limit, validate }: OrderTerms,
): bigint {
  const { coldkey, hotkey, netuid } = position
  ensureTrading(ctx, netuid)
  if (validate) {
    ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
    ensure(tao >= MIN_STAKE, errors.AmountTooLow)
    ensure(tao <= coldkeyBalance(ctx, coldkey), errors.NotEnoughBalanceToStake)
  }
  ensureWholeFits(ctx, { netuid, side: 'buy', amount: tao, limit })
  return stakeIntoSubnet(ctx, position, tao, { limit, dropFees: false })
}

/**
 * Sells alpha of a position; its coldkey receives the TAO.
 *
 * @returns rao received
 * @throws SubnetNotExists, SubtokenDisabled, what `validateRemoveStake` lists, SlippageTooHigh, then
 *   what `unstakeFromSubnet` lists
 */
export function sellAlpha(
  ctx: Ctx,
  position: StakePosition,
  alpha: bigint,
  { limit, validate }: OrderTerms,
): bigint {
  const { coldkey, netuid } = position
  ensureTrading(ctx, netuid)
  if (validate) validateRemoveStake(ctx, position, alpha, wholeAmount(alpha))
  ensureWholeFits(ctx, { netuid, side: 'sell', amount: alpha, limit })
  return unstakeFromSubnet(ctx, position, coldkey, alpha, { limit, dropFees: false })
}

export interface StakedTransfer {
  readonly from: KeyPair
  readonly to: KeyPair
  readonly netuid: number
  readonly amount: bigint
  /** Whose state is checked: the one that is not the pallet's. */
  readonly validate: 'sender' | 'receiver'
}

/**
 * Moves alpha between positions of one subnet without events, locks and root claims.
 *
 * @throws SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists, AmountTooLow, StakeUnavailable,
 *   NotEnoughStakeToWithdraw
 */
export function transferStakedAlpha(ctx: Ctx, transfer: StakedTransfer): void {
  const { amount, from, netuid, to } = transfer
  ensureTrading(ctx, netuid)
  if (transfer.validate === 'sender') {
    ensure(hotkeyExists(ctx, from.hotkey), errors.HotKeyAccountNotExists)
    ensure(amount !== 0n && alphaValue(ctx, netuid, amount) >= MIN_STAKE, errors.AmountTooLow)
    ensureAvailable(ctx, from.coldkey, netuid, amount)
  } else ensure(hotkeyExists(ctx, to.hotkey), errors.HotKeyAccountNotExists)
  ensure(amount <= stakeOf(ctx, { ...from, netuid }), errors.NotEnoughStakeToWithdraw)
  decreaseStake(ctx, { ...from, netuid, amount })
  increaseStake(ctx, { ...to, netuid, amount })
  noteStakeBlock(ctx, to.coldkey, to.hotkey)
}
