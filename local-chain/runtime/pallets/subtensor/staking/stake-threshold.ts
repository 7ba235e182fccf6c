/**
 * A hotkey below the stake threshold loses the children that it announced.
 *
 * Source: ../shared/spec/staking.md section 6, spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { allNetuids } from '../subnets/lookup.ts'
import { totalStakeOfHotkey } from './totals.ts'

/** Never does anything under the default threshold of 0. */
export function dropPendingChildrenBelowThreshold(ctx: Ctx, hotkey: AccountId): void {
  const { pendingChildKeys, stakeThreshold } = ctx.storage.subtensor
  const threshold = stakeThreshold.get()
  if (threshold === 0n || totalStakeOfHotkey(ctx, hotkey) >= threshold) return
  for (const netuid of allNetuids(ctx)) pendingChildKeys.remove(netuid, hotkey)
}
