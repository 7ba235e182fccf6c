/**
 * Claiming root dividends: the alpha that root stake earned is sold for more root stake, or kept.
 *
 * Source: ../shared/spec/staking.md section 13.2 (subtensor `staking/claim_root.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { I96F32 } from '../../../../frame/fixed/index.ts'
import type { TypeOf } from '../../../../frame/types/type.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64 } from '../../../u64.ts'
import { PRICE_MIN } from '../../swap/pool.ts'
import { events } from '../events.ts'
import { recordProtocolOutflow } from '../staking/flow.ts'
import { increaseStake } from '../staking/stake-ledger.ts'
import { swapAlphaForTao } from '../staking/swap-counters.ts'
import { ROOT_NETUID, subnetAccountId } from '../subnets/lookup.ts'
import { transferTaoFromSubnet } from '../tao.ts'
import type { rootClaimTypeEnum } from '../types.ts'
import { type ClaimKeys, noteRootStakeAdded, owedTo } from './claimable.ts'

type RootClaimType = TypeOf<typeof rootClaimTypeEnum>

const U128_MAX = (1n << 128n) - 1n

/**
 * Claims for all hotkeys that a coldkey stakes with. The event comes also when nothing was owed. Runs
 * inside a storage transaction of the caller: one refused claim undoes all of them.
 *
 * @param subnets  only these; all when not given
 * @throws errors of Swap and Balances, when alpha cannot be sold
 */
export function claimRootDividends(
  ctx: Ctx,
  coldkey: AccountId,
  subnets?: ReadonlySet<number>,
): void {
  const { rootClaimable, rootClaimType, stakingHotkeys } = ctx.storage.subtensor
  for (const hotkey of stakingHotkeys.get(coldkey)) {
    const type = rootClaimType.get(coldkey)
    for (const [netuid, rate] of rootClaimable.get(hotkey)) {
      if (subnets !== undefined && !subnets.has(netuid)) continue
      claimOnSubnet(ctx, { netuid, hotkey, coldkey }, rate, type)
    }
  }
  ctx.emit(events.RootClaimed, { coldkey })
}

function claimOnSubnet(ctx: Ctx, keys: ClaimKeys, rate: bigint, type: RootClaimType): void {
  const { rootClaimableThreshold, rootClaimed } = ctx.storage.subtensor
  const { netuid, hotkey, coldkey } = keys
  const owed = owedTo(ctx, keys, rate)
  if (owed < rootClaimableThreshold.get(netuid)) return
  const amount = I96F32.toU64(owed)
  if (amount === 0n) return
  if (keepsAlpha(type, netuid)) increaseStake(ctx, { ...keys, amount })
  else sellForRootStake(ctx, keys, amount)
  const claimed = rootClaimed.get(netuid, hotkey, coldkey) + amount
  rootClaimed.set(netuid, hotkey, coldkey, claimed > U128_MAX ? U128_MAX : claimed)
}

function keepsAlpha(type: RootClaimType, netuid: number): boolean {
  if (type.type === 'KeepSubnets') return type.value.subnets.includes(netuid)
  return type.type === 'Keep'
}

/** Sells without fee and stakes the TAO on root with the same hotkey. */
function sellForRootStake(ctx: Ctx, keys: ClaimKeys, amount: bigint): void {
  const { subnetAlphaOut, subnetRootSellTao, subnetTao, totalStake } = ctx.storage.subtensor
  const { netuid, hotkey, coldkey } = keys
  const order = { netuid, amount, limit: PRICE_MIN, dropFees: true }
  const tao = swapAlphaForTao(ctx, order).amountPaidOut
  transferTaoFromSubnet(ctx, netuid, subnetAccountId(ROOT_NETUID), tao)
  subnetRootSellTao.set(netuid, saturatingAddU64(subnetRootSellTao.get(netuid), tao))
  recordProtocolOutflow(ctx, netuid, tao)

  increaseStake(ctx, { hotkey, coldkey, netuid: ROOT_NETUID, amount: tao })
  subnetTao.set(ROOT_NETUID, saturatingAddU64(subnetTao.get(ROOT_NETUID), tao))
  subnetAlphaOut.set(ROOT_NETUID, saturatingAddU64(subnetAlphaOut.get(ROOT_NETUID), tao))
  totalStake.set(saturatingAddU64(totalStake.get(), tao))
  // The new stake must not be owed what was earned before it.
  noteRootStakeAdded(ctx, hotkey, coldkey, tao)
}
