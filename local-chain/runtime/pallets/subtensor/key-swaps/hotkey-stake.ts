/**
 * Stake behind a hotkey, its dividends and its root claims follow it to its successor on one subnet.
 *
 * Source: ../shared/spec/subnets.md section 10, step 8 (subtensor `swap/swap_hotkey.rs`,
 * `staking/claim_root.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { mergeRootClaimable, moveRootClaimed } from '../root-claims/transfer.ts'
import {
  decreaseStake,
  increaseStake,
  nominators,
  nominatorsOn,
  stakeOf,
} from '../staking/stake-ledger.ts'
import { ROOT_NETUID } from '../subnets/lookup.ts'
import type { DbCost } from './db-cost.ts'
import type { HotkeyPair } from './hotkey-locks.ts'

export function swapHotkeyStake(ctx: Ctx, pair: HotkeyPair, netuid: number, cost: DbCost): void {
  swapDividends(ctx, pair, netuid)
  cost.add(6, 6)
  // The chain counts all shares that are still behind the old hotkey, once per subnet.
  const shares = nominators(ctx, pair.oldHotkey).length
  cost.add(shares, shares)
  const coldkeys = nominatorsOn(ctx, pair.oldHotkey, netuid)
  for (const coldkey of coldkeys) moveStakeOf(ctx, pair, { coldkey, netuid }, cost)
  if (netuid === ROOT_NETUID) swapRootClaims(ctx, pair, cost)
}

/** The sums are written also when they are 0, but for voting power. */
function swapDividends(ctx: Ctx, { oldHotkey, newHotkey }: HotkeyPair, netuid: number): void {
  const { alphaDividendsPerSubnet, totalHotkeyAlphaLastEpoch, votingPower } = ctx.storage.subtensor
  const alpha = totalHotkeyAlphaLastEpoch.take(oldHotkey, netuid)
  const alphaSum = saturatingAddU64(alpha, totalHotkeyAlphaLastEpoch.get(newHotkey, netuid))
  totalHotkeyAlphaLastEpoch.set(newHotkey, netuid, alphaSum)

  const dividends = alphaDividendsPerSubnet.take(netuid, oldHotkey)
  const dividendSum = saturatingAddU64(dividends, alphaDividendsPerSubnet.get(netuid, newHotkey))
  alphaDividendsPerSubnet.set(netuid, newHotkey, dividendSum)

  const power = votingPower.take(netuid, oldHotkey)
  if (power === 0n) return
  const powerSum = saturatingAddU64(power, votingPower.get(netuid, newHotkey))
  votingPower.set(netuid, newHotkey, powerSum)
}

/** The whole value changes hands. A coldkey that listed the old hotkey lists the new one too. */
function moveStakeOf(
  ctx: Ctx,
  { oldHotkey, newHotkey }: HotkeyPair,
  of: { coldkey: AccountId; netuid: number },
  cost: DbCost,
): void {
  const { stakingHotkeys } = ctx.storage.subtensor
  const amount = stakeOf(ctx, { ...of, hotkey: oldHotkey })
  decreaseStake(ctx, { ...of, hotkey: oldHotkey, amount })
  increaseStake(ctx, { ...of, hotkey: newHotkey, amount })
  cost.add(3, 2)
  const known = stakingHotkeys.get(of.coldkey)
  if (!known.includes(oldHotkey) || known.includes(newHotkey)) return
  stakingHotkeys.set(of.coldkey, [...known, newHotkey])
  cost.add(0, 1)
}

function swapRootClaims(ctx: Ctx, { oldHotkey, newHotkey }: HotkeyPair, cost: DbCost): void {
  const { autoParentDelegationEnabled, rootClaimed } = ctx.storage.subtensor
  for (const netuid of mergeRootClaimable(ctx, oldHotkey, newHotkey)) {
    for (const { keys } of rootClaimed.entriesOf(netuid, oldHotkey)) {
      const coldkey = keys[2]
      moveRootClaimed(
        ctx,
        { netuid, hotkey: oldHotkey, coldkey },
        { netuid, hotkey: newHotkey, coldkey },
      )
      cost.add(3, 2)
    }
  }
  cost.add(3, 2)
  if (!autoParentDelegationEnabled.exists(oldHotkey)) return
  autoParentDelegationEnabled.set(newHotkey, autoParentDelegationEnabled.take(oldHotkey))
  cost.add(1, 2)
}
