/**
 * What the lists of proxies and announcements hold in reserve.
 *
 * Source: ../shared/spec/subnets.md 16.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../context.ts'
import { reserve, unreserve } from '../balances/ledger.ts'
import type { DepositRate } from './constants.ts'

/** Rao for a list of `count` entries; nothing for an empty one. */
export function depositOf(rate: DepositRate, count: number): bigint {
  return count === 0 ? 0n : rate.base + rate.factor * BigInt(count)
}

/**
 * Reserves or gives back the difference between what is held and what `count` entries need.
 *
 * @returns what is held now
 * @throws Balances.InsufficientBalance, ConsumerRemaining  too little to reserve
 */
export function adjustDeposit(
  ctx: Ctx,
  held: { readonly who: AccountId; readonly deposit: bigint },
  rate: DepositRate,
  count: number,
): bigint {
  const { who, deposit: before } = held
  const after = depositOf(rate, count)
  if (after > before) reserve(ctx, who, after - before)
  else if (after < before) unreserve(ctx, who, before - after)
  return after
}
