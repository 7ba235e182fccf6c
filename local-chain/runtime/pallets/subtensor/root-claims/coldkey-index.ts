/**
 * The numbered list of coldkeys that the automatic claim draws from.
 *
 * Source: ../shared/spec/staking.md section 13.5. Numbers are dense: the last coldkey takes the
 * place of one that leaves.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { Ctx } from '../../../context.ts'
import { stakeOf } from '../staking/stake-ledger.ts'

/** Appends a coldkey unless it is listed. */
export function addStakingColdkey(ctx: Ctx, coldkey: AccountId): void {
  const { numStakingColdkeys, stakingColdkeys, stakingColdkeysByIndex } = ctx.storage.subtensor
  if (stakingColdkeys.exists(coldkey)) return
  const index = numStakingColdkeys.get()
  stakingColdkeysByIndex.set(index, coldkey)
  stakingColdkeys.set(coldkey, index)
  numStakingColdkeys.set(index + 1n)
}

/** Takes a coldkey off the list; the last one moves into its place. */
export function removeStakingColdkey(ctx: Ctx, coldkey: AccountId): void {
  const { numStakingColdkeys, stakingColdkeys, stakingColdkeysByIndex } = ctx.storage.subtensor
  const index = stakingColdkeys.get(coldkey)
  if (index === undefined) return
  const count = numStakingColdkeys.get()
  const last = count > 0n ? count - 1n : 0n
  const moved = stakingColdkeysByIndex.get(last)
  if (index !== last && moved !== undefined) {
    stakingColdkeysByIndex.set(index, moved)
    stakingColdkeys.set(moved, index)
  }
  stakingColdkeysByIndex.remove(last)
  stakingColdkeys.remove(coldkey)
  numStakingColdkeys.set(last)
}

/** After an unstake from root: drops a coldkey that has no root stake left on any hotkey. */
export function dropColdkeyWithoutRootStake(ctx: Ctx, coldkey: AccountId): void {
  for (const hotkey of ctx.storage.subtensor.stakingHotkeys.get(coldkey)) {
    if (stakeOf(ctx, { hotkey, coldkey, netuid: 0 }) > 0n) return
  }
  removeStakingColdkey(ctx, coldkey)
}
