/**
 * What is checked before stake changes. Every check reads only; their order is what users see when
 * several fail.
 *
 * Source: ../shared/spec/staking.md sections 5 to 7 (staking/stake_utils.rs), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { DispatchFailure, ensure } from '../../../../frame/dispatch-error.ts'
import type { Ctx } from '../../../context.ts'
import { minBigint, saturatingAddU64, saturatingMulU64 } from '../../../u64.ts'
import {
  approximateFee,
  isDynamic,
  PRICE_MAX,
  PRICE_MIN,
  reservesOf,
  type SwapResult,
  type SwapSide,
  trySimulateSwap,
} from '../../swap/pool.ts'
import { errors } from '../errors.ts'
import { hotkeyExists } from '../hotkeys.ts'
import { ROOT_NETUID, subnetExists } from '../subnets/lookup.ts'
import { coldkeyBalance } from '../tao.ts'
import { ensureAvailable } from './locks.ts'
import { canIncreaseStake, type StakePosition, stakeOf } from './stake-ledger.ts'
import { type KeyPair, MIN_STAKE } from './stake-moves.ts'

/** A trade may be at most this many times the reserve that it goes into. */
const INPUT_FACTOR_MAX = 1000n

/** @throws InsufficientLiquidity  the amount dwarfs the pool */
export function ensureInputFits(ctx: Ctx, netuid: number, side: SwapSide, amount: bigint): void {
  if (netuid === ROOT_NETUID || !isDynamic(ctx, netuid)) return
  const { tao, alpha } = reservesOf(ctx, netuid)
  const reserve = side === 'buy' ? tao : alpha
  ensure(amount <= saturatingMulU64(INPUT_FACTOR_MAX, reserve), errors.InsufficientLiquidity)
}

/** A trade at the built-in limit. @throws InsufficientLiquidity  the pool refuses it */
function quote(ctx: Ctx, netuid: number, side: SwapSide, amount: bigint): SwapResult {
  const limit = side === 'buy' ? PRICE_MAX : PRICE_MIN
  const result = trySimulateSwap(ctx, { netuid, side, amount, limit, dropFees: false })
  if (result instanceof DispatchFailure) throw errors.InsufficientLiquidity
  return result
}

/** Fee of the least stake that is worth an entry. */
function feeOfMinStake(ctx: Ctx, netuid: number): bigint {
  const order = {
    netuid,
    side: 'buy',
    amount: MIN_STAKE,
    limit: PRICE_MAX,
    dropFees: false,
  } as const
  const result = trySimulateSwap(ctx, order)
  if (result instanceof DispatchFailure) return approximateFee(ctx, netuid, MIN_STAKE)
  return result.feePaid
}

/** The amount that the limit lets through, and whether less than the whole will do. */
export interface AmountLimit {
  readonly most: bigint
  readonly allowPartial: boolean
}

/** What a trade without limit may do. */
export function wholeAmount(amount: bigint): AmountLimit {
  return { most: amount, allowPartial: false }
}

/**
 * @throws SubnetNotExists, SubtokenDisabled, AmountTooLow, SlippageTooHigh, NotEnoughBalanceToStake,
 *   HotKeyAccountNotExists, InsufficientLiquidity  in this order
 */
export function validateAddStake(
  ctx: Ctx,
  position: StakePosition,
  amount: bigint,
  limit: AmountLimit,
): void {
  const { hotkey, coldkey, netuid } = position
  ensure(subnetExists(ctx, netuid), errors.SubnetNotExists)
  ensureSubtokenEnabled(ctx, netuid)
  const least = saturatingAddU64(MIN_STAKE, feeOfMinStake(ctx, netuid))
  ensure(amount >= least, errors.AmountTooLow)
  if (!limit.allowPartial) ensure(amount <= limit.most, errors.SlippageTooHigh)
  const executed = minBigint(amount, limit.most)
  ensure(executed <= coldkeyBalance(ctx, coldkey), errors.NotEnoughBalanceToStake)
  ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
  const trade = quote(ctx, netuid, 'buy', executed)
  ensure(trade.amountPaidIn >= MIN_STAKE, errors.AmountTooLow)
  ensure(
    trade.amountPaidOut !== 0n &&
      canIncreaseStake(ctx, { ...position, amount: trade.amountPaidOut }),
    errors.InsufficientLiquidity,
  )
}

/**
 * @throws SubnetNotExists, AmountTooLow, NotEnoughStakeToWithdraw, InsufficientLiquidity,
 *   SlippageTooHigh, HotKeyAccountNotExists, StakeUnavailable
 */
export function validateRemoveStake(
  ctx: Ctx,
  position: StakePosition,
  amount: bigint,
  limit: AmountLimit,
): void {
  const { hotkey, coldkey, netuid } = position
  ensure(subnetExists(ctx, netuid), errors.SubnetNotExists)
  ensure(amount !== 0n, errors.AmountTooLow)
  const stake = stakeOf(ctx, position)
  ensure(amount <= stake, errors.NotEnoughStakeToWithdraw)
  const trade = quote(ctx, netuid, 'sell', amount)
  if (amount < stake) ensure(trade.amountPaidOut >= MIN_STAKE, errors.AmountTooLow)
  if (!limit.allowPartial) ensure(amount <= limit.most, errors.SlippageTooHigh)
  ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
  ensureAvailable(ctx, coldkey, netuid, amount)
}

/** @throws SubtokenDisabled  nobody started the subnet */
export function ensureSubtokenEnabled(ctx: Ctx, netuid: number): void {
  ensure(ctx.storage.subtensor.subtokenEnabled.get(netuid), errors.SubtokenDisabled)
}

/** A move of stake as it was asked for. */
export interface MoveRequest {
  readonly from: KeyPair
  readonly to: KeyPair
  readonly originNetuid: number
  readonly destinationNetuid: number
  /** Already cut to what the position holds. */
  readonly amount: bigint
}

/**
 * @param needsToggle  transfers between coldkeys ask the subnets' leave
 * @throws SameNetuid, SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists,
 *   NotEnoughStakeToWithdraw, InsufficientLiquidity, AmountTooLow, SlippageTooHigh,
 *   TransferDisallowed, StakeUnavailable  in this order
 */
export function validateMove(
  ctx: Ctx,
  move: MoveRequest,
  limit: AmountLimit,
  needsToggle: boolean,
): void {
  const { from, to, originNetuid, destinationNetuid, amount } = move
  const crosses = originNetuid !== destinationNetuid
  const isSamePair = from.coldkey === to.coldkey && from.hotkey === to.hotkey
  ensure(crosses || !isSamePair, errors.SameNetuid)
  const netuids = crosses ? [originNetuid, destinationNetuid] : [originNetuid]
  for (const netuid of netuids) ensure(subnetExists(ctx, netuid), errors.SubnetNotExists)
  for (const netuid of netuids) ensureSubtokenEnabled(ctx, netuid)
  for (const hotkey of [from.hotkey, to.hotkey]) ensureHotkeyExists(ctx, hotkey)
  const stake = stakeOf(ctx, { ...from, netuid: originNetuid })
  ensure(amount <= stake, errors.NotEnoughStakeToWithdraw)
  if (crosses) {
    const trade = quote(ctx, originNetuid, 'sell', amount)
    ensure(trade.amountPaidOut > MIN_STAKE, errors.AmountTooLow)
    if (!limit.allowPartial) ensure(amount <= limit.most, errors.SlippageTooHigh)
  }
  if (needsToggle) {
    const { transferToggle } = ctx.storage.subtensor
    for (const netuid of netuids) ensure(transferToggle.get(netuid), errors.TransferDisallowed)
  }
  if (crosses) ensureAvailable(ctx, from.coldkey, originNetuid, amount)
}

function ensureHotkeyExists(ctx: Ctx, hotkey: AccountId): void {
  ensure(hotkeyExists(ctx, hotkey), errors.HotKeyAccountNotExists)
}
