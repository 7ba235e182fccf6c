/**
 * `SubtensorModule.enable_voting_power_tracking`, `disable_voting_power_tracking`,
 * `sudo_set_voting_power_ema_alpha`: whether a subnet keeps an average of its neurons' stake.
 *
 * Source: ../shared/spec/hyperparameters.md section 3.
 *
 * @module
 */
import { ensureRoot } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { saturatingAddU64 } from '../../../../u64.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import { ensureSubnetOwnerOrRoot } from '../../subnets/lookup.ts'

/** Blocks in which tracking goes on after it was disabled. */
const GRACE_PERIOD = 100_800n
/** One, as the average takes it. */
const EMA_ALPHA_MAX = 1_000_000_000_000_000_000n

export const enableVotingPowerTracking = call({
  index: 129,
  docs: 'Starts tracking the voting power of a subnet, or keeps it from ending. For its owner or root.',
  args: { netuid },
  info: { weight: { refTime: 250_010_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { netuid }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid)
    ctx.storage.subtensor.votingPowerTrackingEnabled.set(netuid, true)
    ctx.storage.subtensor.votingPowerDisableAtBlock.remove(netuid)
    ctx.emit(events.VotingPowerTrackingEnabled, { netuid })
  },
})

export const disableVotingPowerTracking = call({
  index: 130,
  docs: "Ends tracking at the first epoch 100800 blocks from now. For the subnet's owner or root.",
  args: { netuid },
  info: { weight: { refTime: 150_010_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { netuid }) {
    ensureSubnetOwnerOrRoot(ctx, origin, netuid)
    const { votingPowerDisableAtBlock, votingPowerTrackingEnabled } = ctx.storage.subtensor
    if (!votingPowerTrackingEnabled.get(netuid)) throw errors.VotingPowerTrackingNotEnabled
    const disableAtBlock = saturatingAddU64(BigInt(ctx.blockNumber), GRACE_PERIOD)
    votingPowerDisableAtBlock.set(netuid, disableAtBlock)
    ctx.emit(events.VotingPowerTrackingDisableScheduled, { netuid, disableAtBlock })
  },
})

export const sudoSetVotingPowerEmaAlpha = call({
  index: 131,
  docs: 'Sets how fast voting power follows stake, in parts of 10^18. For root.',
  args: { netuid, alpha: u64 },
  info: { weight: { refTime: 125_006_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { netuid, alpha }) {
    ensureRoot(origin)
    if (alpha > EMA_ALPHA_MAX) throw errors.InvalidVotingPowerEmaAlpha
    ctx.storage.subtensor.votingPowerEmaAlpha.set(netuid, alpha)
    ctx.emit(events.VotingPowerEmaAlphaSet, { netuid, alpha })
  },
})
