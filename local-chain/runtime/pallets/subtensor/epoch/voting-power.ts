/**
 * Voting power: a slow average of validators' stake, kept where a subnet asked for it.
 *
 * Source: ../shared/spec/yuma.md section 6, last part (subtensor `utils/voting_power.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { EpochTerms } from '../../../../yuma/index.ts'
import type { Ctx } from '../../../context.ts'
import { events } from '../events.ts'

const ALPHA_ONE = 1_000_000_000_000_000_000n
const U64_MAX = (1n << 64n) - 1n

/** One step of the average, in u128 as the chain computes it. */
export function nextVotingPower(previous: bigint, stake: bigint, alpha: bigint): bigint {
  const kept = ALPHA_ONE > alpha ? ALPHA_ONE - alpha : 0n
  const average = (alpha * stake + kept * previous) / ALPHA_ONE
  return average > U64_MAX ? U64_MAX : average
}

/** @param terms  aggregates of the epoch in account order */
export function updateVotingPower(
  ctx: Ctx,
  netuid: number,
  terms: readonly EpochTerms<AccountId>[],
): void {
  const {
    votingPower,
    votingPowerDisableAtBlock,
    votingPowerEmaAlpha,
    votingPowerTrackingEnabled,
  } = ctx.storage.subtensor
  if (!votingPowerTrackingEnabled.get(netuid)) return
  const disableAt = votingPowerDisableAtBlock.get(netuid)
  if (disableAt > 0n && BigInt(ctx.blockNumber) >= disableAt) {
    votingPower.clearOf(netuid)
    votingPowerTrackingEnabled.set(netuid, false)
    votingPowerDisableAtBlock.remove(netuid)
    ctx.emit(events.VotingPowerTrackingDisabled, { netuid })
    return
  }
  const alpha = votingPowerEmaAlpha.get(netuid)
  const threshold = ctx.storage.subtensor.stakeThreshold.get()
  for (const { hotkey, newValidatorPermit, stake } of terms) {
    if (!newValidatorPermit) {
      votingPower.remove(netuid, hotkey)
      continue
    }
    const previous = votingPower.get(netuid, hotkey)
    const power = nextVotingPower(previous, stake, alpha)
    if (power < threshold && previous >= threshold) votingPower.remove(netuid, hotkey)
    else if (power > 0n) votingPower.set(netuid, hotkey, power)
  }
  for (const hotkey of votingPower.keysOf(netuid)) {
    if (!ctx.storage.subtensor.isNetworkMember.get(hotkey, netuid)) {
      votingPower.remove(netuid, hotkey)
    }
  }
}
