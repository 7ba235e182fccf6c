/**
 * Coinbase 7.7: an epoch runs and its pots are divided among hotkeys.
 *
 * Source: ../shared/spec/block-pipeline.md section 7.7 (subtensor `coinbase/run_coinbase.rs`
 * `distribute_emission`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { U96F32 } from '../../../../frame/fixed/index.ts'
import type { HotkeyEmission } from '../../../../yuma/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { recycleSubnetAlpha } from '../alpha.ts'
import { runEpoch } from '../epoch/index.ts'
import { proportionOfU16 } from './alpha-accrual.ts'
import { divideDividends } from './dividends.ts'
import type { DrainedPots } from './drain.ts'
import { type HotkeyStake, type ParentTerms, shareWithParents } from './parent-dividends.ts'
import {
  type ByHotkey,
  payDividends,
  payIncentives,
  payOwnerCut,
  payRootDividends,
} from './payouts.ts'
import { proportionOfU64, taoWeight } from './subnet-terms.ts'

/** What the neurons of a subnet earned, before the pots are known. */
export interface EarnedShares {
  readonly incentives: ByHotkey<bigint>
  readonly dividends: ByHotkey<U96F32>
}

/** Runs the epochs of the drained subnets, each followed by its payouts. */
export function settleSubnets(ctx: Ctx, drained: readonly DrainedPots[]): void {
  for (const pots of drained) {
    const total = saturatingAddU64(saturatingAddU64(pots.server, pots.validator), pots.root)
    distributeEmission(ctx, pots, runEpoch(ctx, pots.netuid, total))
    ctx.storage.subtensor.lastMechansimStepBlock.set(pots.netuid, BigInt(ctx.blockNumber))
  }
}

/** Pays the pots out by what an epoch found. */
export function distributeEmission(
  ctx: Ctx,
  pots: DrainedPots,
  emissions: readonly HotkeyEmission<AccountId>[],
): void {
  const { netuid, owner, root, server, validator } = pots
  const { dividends, incentives } = earnedShares(ctx, netuid, emissions)

  // Without any incentive the servers' pot is the validators'.
  const earned = emissions.some(([, incentive]) => incentive > 0n)
  const validatorPot = earned ? validator : saturatingAddU64(validator, server)
  const stakes = dividends.map(([hotkey, dividend]) => ({
    dividend,
    stake: stakeOnSubnet(ctx, hotkey, netuid),
  }))
  const shares = divideDividends(stakes, validatorPot, root, taoWeight(ctx))

  payOwnerCut(ctx, netuid, owner)
  payIncentives(ctx, netuid, incentives)
  payDividends(ctx, netuid, withHotkeys(dividends, shares.alpha))
  payRootDividends(ctx, netuid, withHotkeys(dividends, shares.root))
}

/** Incentives stay with their hotkeys, dividends are shared with parents. Both ascend by account. */
export function earnedShares(
  ctx: Ctx,
  netuid: number,
  emissions: readonly HotkeyEmission<AccountId>[],
): EarnedShares {
  const incentives = new Map<AccountId, bigint>()
  const dividends = new Map<AccountId, U96F32>()
  for (const [hotkey, incentive, dividend] of emissions) {
    incentives.set(hotkey, saturatingAddU64(incentives.get(hotkey) ?? 0n, incentive))
    const shared = shareWithParents(hotkey, dividend, parentTerms(ctx, netuid, hotkey))
    for (const amount of shared.burned) recycleSubnetAlpha(ctx, netuid, amount)
    for (const [receiver, amount] of shared.payouts) {
      const before = dividends.get(receiver) ?? U96F32.zero
      dividends.set(receiver, U96F32.saturatingAdd(before, U96F32.fromNum(amount)))
    }
  }
  return { incentives: ascending(incentives), dividends: ascending(dividends) }
}

function ascending<T>(amounts: ReadonlyMap<AccountId, T>): ByHotkey<T> {
  return [...amounts].sort(([a], [b]) => (a < b ? -1 : 1))
}

function withHotkeys(dividends: ByHotkey<U96F32>, amounts: readonly U96F32[]): ByHotkey<U96F32> {
  return dividends.map(([hotkey], i) => [hotkey, amounts[i] ?? U96F32.zero])
}

function stakeOnSubnet(ctx: Ctx, hotkey: AccountId, netuid: number): HotkeyStake {
  const { totalHotkeyAlpha } = ctx.storage.subtensor
  return { alpha: totalHotkeyAlpha.get(hotkey, netuid), root: totalHotkeyAlpha.get(hotkey, 0) }
}

function parentTerms(ctx: Ctx, netuid: number, hotkey: AccountId): ParentTerms {
  const { childKeys, ckBurn, owner, parentKeys } = ctx.storage.subtensor
  const coldkey = owner.get(hotkey)
  return {
    stake: stakeOnSubnet(ctx, hotkey, netuid),
    childShares: childKeys.get(hotkey, netuid).map(([share]) => share),
    parents: parentKeys.get(hotkey, netuid).map(([share, parent]) => ({
      hotkey: parent,
      share,
      stake: stakeOnSubnet(ctx, parent, netuid),
      sameOwner: owner.get(parent) === coldkey,
    })),
    childkeyTake: childkeyTakeOf(ctx, netuid, hotkey),
    burn: proportionOfU64(ckBurn.get()),
    taoWeight: taoWeight(ctx),
  }
}

/** The hotkey's childkey take, at least what network and subnet ask for. */
function childkeyTakeOf(ctx: Ctx, netuid: number, hotkey: AccountId): U96F32 {
  const { childkeyTake, minChildkeyTake, minChildkeyTakePerSubnet } = ctx.storage.subtensor
  return proportionOfU16(
    Math.max(
      childkeyTake.get(hotkey, netuid),
      minChildkeyTake.get(),
      minChildkeyTakePerSubnet.get(netuid),
    ),
  )
}
