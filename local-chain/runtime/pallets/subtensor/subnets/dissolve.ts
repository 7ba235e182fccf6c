/**
 * The end of a subnet: stakers are paid out of its pool, and all that was stored for it goes, but for
 * a few settings that the next subnet of that number inherits.
 *
 * Unclaimed root dividends are lost. StakingHotkeys keeps its entries.
 *
 * Source: ../shared/spec/subnets.md section 3.3 (subtensor `coinbase/root.rs`,
 * `staking/remove_stake.rs`).
 *
 * @module
 */
import type { Ctx } from '../../../context.ts'
import { purgeCommitments } from '../../commitments/purge.ts'
import { clearProtocolLiquidity } from '../../swap/pool.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { destroyLocks } from './destroy-locks.ts'
import { payOutStakers } from './dissolve-payout.ts'
import { removeSubnetStorage } from './dissolve-storage.ts'
import { ROOT_NETUID, subnetExists } from './lookup.ts'

/** @throws SubnetNotExists  also for root */
export function dissolveSubnet(ctx: Ctx, netuid: number): void {
  if (netuid === ROOT_NETUID || !subnetExists(ctx, netuid)) throw errors.SubnetNotExists
  dropRootDividends(ctx, netuid)
  payOutStakers(ctx, netuid)
  destroyLocks(ctx, netuid)
  clearProtocolLiquidity(ctx, netuid)
  purgeCommitments(ctx, netuid)
  removeSubnetStorage(ctx, netuid)
  ctx.emit(events.NetworkRemoved, netuid)
}

/** A map that becomes empty keeps its key. */
function dropRootDividends(ctx: Ctx, netuid: number): void {
  const { rootClaimable, rootClaimed } = ctx.storage.subtensor
  for (const [hotkey, rates] of rootClaimable.entries()) {
    if (!rates.some(([of]) => of === netuid)) continue
    rootClaimable.set(
      hotkey,
      rates.filter(([of]) => of !== netuid),
    )
  }
  rootClaimed.clearOf(netuid)
}
