/**
 * Root claims in the hands of another hotkey or coldkey: what swaps of keys need.
 *
 * Source: ../shared/spec/staking.md section 13 "Key swaps" (subtensor `staking/claim_root.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { I96F32 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { type ClaimKeys, U128_MAX, withRaisedRate } from './claimable.ts'

/**
 * Adds the rates of one hotkey to another's; the entry is made also for none.
 *
 * @returns the subnets that the new hotkey has rates of
 */
export function mergeRootClaimable(ctx: Ctx, from: AccountId, to: AccountId): number[] {
  const { rootClaimable } = ctx.storage.subtensor
  let rates = rootClaimable.get(to)
  for (const [netuid, rate] of rootClaimable.take(from)) {
    rates = withRaisedRate(rates, netuid, rate as I96F32)
  }
  rootClaimable.set(to, rates)
  return rates.map(([netuid]) => netuid)
}

/** Adds what was claimed under one pair of keys to another's; written also when it is nothing. */
export function moveRootClaimed(ctx: Ctx, from: ClaimKeys, to: ClaimKeys): void {
  const { rootClaimed } = ctx.storage.subtensor
  const moved = rootClaimed.take(from.netuid, from.hotkey, from.coldkey)
  const claimed = rootClaimed.get(to.netuid, to.hotkey, to.coldkey) + moved
  rootClaimed.set(to.netuid, to.hotkey, to.coldkey, claimed > U128_MAX ? U128_MAX : claimed)
}
