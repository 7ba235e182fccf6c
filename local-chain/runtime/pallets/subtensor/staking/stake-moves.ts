/**
 * The three ways in which stake changes hands: TAO becomes alpha behind a hotkey, alpha becomes TAO,
 * alpha moves between positions of one subnet. Checks of amounts are the callers'.
 *
 * Source: ../shared/spec/staking.md sections 3.3 to 3.5 (staking/stake_utils.rs), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64, saturatingSubU64 } from '../../../u64.ts'
import { blockAuthor } from '../../aura/slot.ts'
import { currentAlphaPrice, PRICE_MIN } from '../../swap/pool.ts'
import { burnSubnetAlpha } from '../alpha.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { noteRootStakeAdded, noteRootStakeRemoved } from '../root-claims/claimable.ts'
import { addStakingColdkey, dropColdkeyWithoutRootStake } from '../root-claims/coldkey-index.ts'
import { ROOT_NETUID } from '../subnets/lookup.ts'
import { transferTaoFromSubnet, transferTaoToSubnet, tryBurnTaoOfSubnet } from '../tao.ts'
import { recordTaoInflow, recordTaoOutflow } from './flow.ts'
import { refreshLock, transferLock } from './locks.ts'
import {
  canIncreaseStake,
  decreaseStake,
  increaseStake,
  type StakePosition,
} from './stake-ledger.ts'
import { swapAlphaForTao, swapTaoForAlpha } from './swap-counters.ts'

/** Least value of stake that is worth an entry, rao. No call sets it. */
export const MIN_STAKE = 2_000_000n

/** Terms of the trade behind a stake or an unstake. */
export interface TradeTerms {
  /** Rao per alpha. */
  readonly limit: bigint
  readonly dropFees: boolean
}

/**
 * Pays TAO of a coldkey into a subnet and credits the alpha it buys. TAO that the limit kept out of
 * the pool stays on the subnet's account, so callers pass no more than fits under the limit.
 *
 * @returns alpha received
 * @throws AmountTooLow           it buys nothing
 * @throws InsufficientLiquidity  it would give no share
 * @throws InsufficientBalance, SubnetNotExists, errors of Swap
 */
export function stakeIntoSubnet(
  ctx: Ctx,
  position: StakePosition,
  tao: bigint,
  terms: TradeTerms,
): bigint {
  const { hotkey, coldkey, netuid } = position
  const moved = transferTaoToSubnet(ctx, netuid, coldkey, tao)
  const bought = swapTaoForAlpha(ctx, { netuid, amount: moved, ...terms })
  const alpha = bought.amountPaidOut
  ensure(alpha !== 0n, errors.AmountTooLow)
  ensure(canIncreaseStake(ctx, { ...position, amount: alpha }), errors.InsufficientLiquidity)
  increaseStake(ctx, { ...position, amount: alpha })

  const fee = bought.feeToBlockAuthor
  const author = blockAuthor(ctx)
  if (author === undefined) tryBurnTaoOfSubnet(ctx, netuid, fee)
  else transferTaoFromSubnet(ctx, netuid, author, fee)

  recordTaoInflow(ctx, netuid, bought.amountPaidIn)
  noteStakeChanged(ctx, position)
  if (netuid === ROOT_NETUID) {
    noteRootStakeAdded(ctx, hotkey, coldkey, alpha)
    addStakingColdkey(ctx, coldkey)
  }
  ctx.emit(events.StakeAdded, [coldkey, hotkey, moved, alpha, netuid, fee])
  return alpha
}

/**
 * Sells alpha of a position and pays the TAO out. What the limit kept out of the pool goes back to
 * the position. The caller made sure that the position holds the alpha.
 *
 * @param beneficiary  receives the TAO
 * @returns rao paid to the beneficiary
 * @throws InsufficientBalance  the subnet's account lacks TAO
 * @throws errors of Swap, also from selling the fee; Token.BelowMinimum
 */
export function unstakeFromSubnet(
  ctx: Ctx,
  position: StakePosition,
  beneficiary: AccountId,
  alpha: bigint,
  terms: TradeTerms,
): bigint {
  const { hotkey, coldkey, netuid } = position
  decreaseStake(ctx, { ...position, amount: alpha })
  const sold = swapAlphaForTao(ctx, { netuid, amount: alpha, ...terms })
  const refund = saturatingSubU64(alpha, saturatingAddU64(sold.amountPaidIn, sold.feePaid))
  if (refund > 0n) increaseStake(ctx, { ...position, amount: refund })
  transferTaoFromSubnet(ctx, netuid, beneficiary, sold.amountPaidOut)

  const toAuthor = payAlphaFee(ctx, netuid, sold.feeToBlockAuthor)
  if (netuid === ROOT_NETUID) {
    noteRootStakeRemoved(ctx, hotkey, coldkey, alpha)
    dropColdkeyWithoutRootStake(ctx, coldkey)
  }
  recordTaoOutflow(ctx, netuid, saturatingAddU64(sold.amountPaidOut, toAuthor))
  noteStakeChanged(ctx, position)
  ctx.emit(events.StakeRemoved, [
    coldkey,
    hotkey,
    sold.amountPaidOut,
    sold.amountPaidIn,
    netuid,
    sold.feePaid,
  ])
  return sold.amountPaidOut
}

/** The fee is sold for the author, or burned where there is none. @returns rao of the author */
function payAlphaFee(ctx: Ctx, netuid: number, fee: bigint): bigint {
  const author = blockAuthor(ctx)
  if (author === undefined) {
    burnSubnetAlpha(ctx, netuid, fee)
    return 0n
  }
  const sold = swapAlphaForTao(ctx, { netuid, amount: fee, limit: PRICE_MIN, dropFees: true })
  transferTaoFromSubnet(ctx, netuid, author, sold.amountPaidOut)
  return sold.amountPaidOut
}

function noteStakeChanged(ctx: Ctx, { hotkey, coldkey, netuid }: StakePosition): void {
  refreshLock(ctx, coldkey, netuid)
  noteStakeBlock(ctx, coldkey, hotkey)
}

/** Remembers that a position changed in this block. */
export function noteStakeBlock(ctx: Ctx, coldkey: AccountId, hotkey: AccountId): void {
  const now = BigInt(ctx.blockNumber)
  ctx.storage.subtensor.lastColdkeyHotkeyStakeBlock.set(coldkey, hotkey, now)
}

/** One end of a move. */
export interface KeyPair {
  readonly coldkey: AccountId
  readonly hotkey: AccountId
}

/**
 * Moves alpha between two positions of one subnet: no trade, no fee.
 *
 * @returns its present value, rao
 * @throws AmountTooLow  worth less than the minimum stake
 * @throws LockHotkeyMismatch, AccountRejectsLockedAlpha  part of it is locked
 */
export function transferWithinSubnet(
  ctx: Ctx,
  from: KeyPair,
  to: KeyPair,
  netuid: number,
  alpha: bigint,
): bigint {
  transferLock(ctx, { from: from.coldkey, to: to.coldkey, netuid, amount: alpha })
  decreaseStake(ctx, { ...from, netuid, amount: alpha })
  if (netuid === ROOT_NETUID) noteRootStakeRemoved(ctx, from.hotkey, from.coldkey, alpha)
  increaseStake(ctx, { ...to, netuid, amount: alpha })
  if (netuid === ROOT_NETUID) noteRootStakeAdded(ctx, to.hotkey, to.coldkey, alpha)
  const value = alphaValue(ctx, netuid, alpha)
  ensure(value >= MIN_STAKE, errors.AmountTooLow)
  noteStakeBlock(ctx, to.coldkey, to.hotkey)
  ctx.emit(events.StakeRemoved, [from.coldkey, from.hotkey, value, alpha, netuid, 0n])
  ctx.emit(events.StakeAdded, [to.coldkey, to.hotkey, value, alpha, netuid, 0n])
  return value
}

/** What alpha is worth at the present price, rao, floored. */
export function alphaValue(ctx: Ctx, netuid: number, alpha: bigint): bigint {
  const price = currentAlphaPrice(ctx, netuid)
  return U64F64.toU64(U64F64.saturatingMul(price, U64F64.fromNum(alpha)))
}
