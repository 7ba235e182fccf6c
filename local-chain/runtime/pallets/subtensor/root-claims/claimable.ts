/**
 * Root claims: alpha of every subnet that root stake earned. Rates rise per hotkey, claims are
 * remembered per coldkey, and new or leaving stake is squared with both.
 *
 * Source: ../shared/spec/staking.md sections 13.1 and 13.3 (subtensor `staking/claim_root.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { I96F32 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { increaseStake, stakeOf } from '../staking/stake-ledger.ts'

export const U128_MAX = (1n << 128n) - 1n

/** The three keys of a claim. */
export interface ClaimKeys {
  readonly netuid: number
  readonly hotkey: AccountId
  readonly coldkey: AccountId
}

/** A hotkey's rates with one raised; the list stays ascending by netuid. */
export function withRaisedRate(
  rates: readonly (readonly [netuid: number, rate: bigint])[],
  netuid: number,
  by: I96F32,
): (readonly [number, bigint])[] {
  const raised = rates.slice()
  const at = raised.findIndex(([known]) => known >= netuid)
  const found = at === -1 ? undefined : raised[at]
  if (found?.[0] === netuid) {
    raised[at] = [netuid, I96F32.saturatingAdd(found[1] as I96F32, by)]
  } else raised.splice(at === -1 ? raised.length : at, 0, [netuid, by])
  return raised
}

/**
 * Credits root dividends of a hotkey. Where they exceed its whole root stake they go to its owner as
 * stake instead. The entry is made also for nothing.
 */
export function increaseRootClaimable(
  ctx: Ctx,
  hotkey: AccountId,
  netuid: number,
  amount: bigint,
): void {
  const { owner, rootClaimable, totalHotkeyAlpha } = ctx.storage.subtensor
  const rootStake = totalHotkeyAlpha.get(hotkey, 0)
  if (amount > rootStake) {
    increaseStake(ctx, { hotkey, coldkey: owner.get(hotkey), netuid, amount })
    return
  }
  const rate = I96F32.safeDiv(I96F32.fromNum(amount), I96F32.fromNum(rootStake))
  rootClaimable.set(hotkey, withRaisedRate(rootClaimable.get(hotkey), netuid, rate))
}

/** What a rate gives for an amount of root stake, rao. */
export function claimOf(rate: bigint, rootStake: bigint): bigint {
  const claim = I96F32.saturatingMul(rate as I96F32, I96F32.fromNum(rootStake))
  return I96F32.toU128(claim)
}

/** What a coldkey has not claimed yet. Rounding can make it negative. */
export function owedTo(ctx: Ctx, keys: ClaimKeys, rate: bigint): I96F32 {
  const { netuid, hotkey, coldkey } = keys
  const rootStake = stakeOf(ctx, { hotkey, coldkey, netuid: 0 })
  const earned = I96F32.saturatingMul(rate as I96F32, I96F32.fromNum(rootStake))
  const claimed = ctx.storage.subtensor.rootClaimed.get(netuid, hotkey, coldkey)
  return I96F32.saturatingSub(earned, I96F32.fromNum(claimed))
}

/** After root stake came in: it has nothing to claim from the past. */
export function noteRootStakeAdded(
  ctx: Ctx,
  hotkey: AccountId,
  coldkey: AccountId,
  amount: bigint,
): void {
  const { rootClaimable, rootClaimed } = ctx.storage.subtensor
  for (const [netuid, rate] of rootClaimable.get(hotkey)) {
    const claimed = rootClaimed.get(netuid, hotkey, coldkey) + claimOf(rate, amount)
    rootClaimed.set(netuid, hotkey, coldkey, claimed > U128_MAX ? U128_MAX : claimed)
  }
}

/** After root stake left: what remains owes the same. Below zero the difference is lost. */
export function noteRootStakeRemoved(
  ctx: Ctx,
  hotkey: AccountId,
  coldkey: AccountId,
  amount: bigint,
): void {
  const { rootClaimable, rootClaimed } = ctx.storage.subtensor
  for (const [netuid, rate] of rootClaimable.get(hotkey)) {
    if (netuid === 0) continue
    const claimed = rootClaimed.get(netuid, hotkey, coldkey)
    const less = claimOf(rate, amount)
    rootClaimed.set(netuid, hotkey, coldkey, claimed > less ? claimed - less : 0n)
  }
}
