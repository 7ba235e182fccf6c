/**
 * TAO that goes into, out of and past the accounts of subnets.
 *
 * Source: ../shared/spec/staking.md section 3.1 (coinbase/tao.rs), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { DispatchFailure, ensure } from '../../../frame/dispatch-error.ts'
import type { Ctx } from '../../context.ts'
import { minBigint, saturatingSubU64 } from '../../u64.ts'
import { reducibleBalance, transfer, withdraw } from '../balances/ledger.ts'
import { errors } from './errors.ts'
import { BURN_ACCOUNT, ROOT_NETUID, subnetAccountId, subnetExists } from './subnets/lookup.ts'

/** Rao that a coldkey may spend; the existential deposit is among them unless it is needed. */
export function coldkeyBalance(ctx: Ctx, who: AccountId): bigint {
  return reducibleBalance(ctx, who, 'Expendable')
}

/**
 * Moves free TAO. Dust of an account that dies thereby leaves both issuance counters.
 *
 * @throws InsufficientBalance  the sender may spend less
 * @throws Token.BelowMinimum   the receiver would stay below the existential deposit
 */
export function transferTao(ctx: Ctx, from: AccountId, to: AccountId, amount: bigint): void {
  ensure(amount <= coldkeyBalance(ctx, from), errors.InsufficientBalance)
  const issued = ctx.storage.balances.totalIssuance
  const before = issued.get()
  transfer(ctx, { from, to, amount, preservation: 'Expendable' })
  lowerIssuance(ctx, before - issued.get())
}

/** SubtensorModule's own counter of issuance. */
function lowerIssuance(ctx: Ctx, amount: bigint): void {
  if (amount === 0n) return
  const { totalIssuance } = ctx.storage.subtensor
  totalIssuance.set(saturatingSubU64(totalIssuance.get(), amount))
}

/** @throws SubnetNotExists */
function accountOf(ctx: Ctx, netuid: number): AccountId {
  ensure(netuid === ROOT_NETUID || subnetExists(ctx, netuid), errors.SubnetNotExists)
  return subnetAccountId(netuid)
}

/**
 * Moves TAO of a coldkey to a subnet's account, less when the coldkey would not keep its existential
 * deposit.
 *
 * @returns rao that moved
 * @throws SubnetNotExists
 * @throws InsufficientBalance  nothing could move
 */
export function transferTaoToSubnet(
  ctx: Ctx,
  netuid: number,
  coldkey: AccountId,
  amount: bigint,
): bigint {
  if (amount === 0n) return 0n
  const account = accountOf(ctx, netuid)
  const moved = minBigint(amount, reducibleBalance(ctx, coldkey, 'Preserve'))
  ensure(moved !== 0n, errors.InsufficientBalance)
  transfer(ctx, { from: coldkey, to: account, amount: moved, preservation: 'Preserve' })
  return moved
}

/** Pays TAO out of a subnet's account. @throws SubnetNotExists, InsufficientBalance, Token.* */
export function transferTaoFromSubnet(
  ctx: Ctx,
  netuid: number,
  to: AccountId,
  amount: bigint,
): void {
  transferTao(ctx, accountOf(ctx, netuid), to, amount)
}

/** Moves TAO of a subnet's account to where nobody can spend it, if that is possible. */
export function tryBurnTaoOfSubnet(ctx: Ctx, netuid: number, amount: bigint): void {
  try {
    ctx.transaction(() => transferTaoFromSubnet(ctx, netuid, BURN_ACCOUNT, amount))
  } catch (error) {
    if (!(error instanceof DispatchFailure)) throw error
  }
}

/**
 * Takes TAO out of existence; it can be emitted again.
 *
 * @throws InsufficientBalance     the account would not keep its existential deposit
 * @throws BalanceWithdrawalError  it may not be withdrawn
 */
export function recycleTao(ctx: Ctx, who: AccountId, amount: bigint): void {
  ensure(amount <= reducibleBalance(ctx, who, 'Preserve'), errors.InsufficientBalance)
  lowerIssuance(ctx, amount)
  try {
    withdraw(ctx, who, amount, 'Preserve')
  } catch (error) {
    throw error instanceof DispatchFailure ? errors.BalanceWithdrawalError : error
  }
}
