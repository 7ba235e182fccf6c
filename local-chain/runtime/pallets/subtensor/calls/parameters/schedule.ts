/**
 * `SubtensorModule.set_tempo`, `trigger_epoch`, `set_activity_cutoff_factor`: when epochs run and who
 * counts in them, chosen by a subnet's owner.
 *
 * Source: ../shared/spec/block-pipeline.md section 11 (subtensor `coinbase/tempo_control.rs`).
 *
 * @module
 */
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u16, u32 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { saturatingAddU64 } from '../../../../u64.ts'
import { errors } from '../../errors.ts'
import { events } from '../../events.ts'
import {
  blocksUntilAutoEpoch,
  ensureOutsideFreezeWindow,
  ensureOwnerClock,
  markOwnerClock,
  type OwnerClock,
  transactionKey,
} from '../../rate-limits.ts'
import { ensureSubnetOwner, ensureSubnetOwnerOrRoot } from '../../subnets/lookup.ts'

const TEMPO_MIN = 360
const TEMPO_MAX = 50_400
const CUTOFF_FACTOR_MIN = 1_000
const CUTOFF_FACTOR_MAX = 50_000

const TEMPO_CLOCK: OwnerClock = { transaction: transactionKey.TempoUpdate }
const TRIGGER_CLOCK: OwnerClock = { hyperparameter: 'TriggerEpoch' }
const CUTOFF_CLOCK: OwnerClock = { hyperparameter: 'ActivityCutoffFactorMilli' }

export const setTempo = call({
  index: 139,
  docs: 'Sets the blocks between two epochs, 360 to 50400, and starts counting anew. For the owner.',
  args: { netuid, tempo: u16 },
  info: { weight: { refTime: 496_407_000n, proofSize: 4_440n } },
  run(ctx: Ctx, origin, { netuid, tempo }) {
    const owner = ensureSubnetOwner(ctx, origin, netuid)
    if (tempo < TEMPO_MIN || tempo > TEMPO_MAX) throw errors.TempoOutOfBounds
    ensureOutsideFreezeWindow(ctx, netuid)
    ensureOwnerClock(ctx, owner, netuid, TEMPO_CLOCK)
    const s = ctx.storage.subtensor
    s.tempo.set(netuid, tempo)
    ctx.emit(events.TempoSet, [netuid, tempo])
    s.lastEpochBlock.set(netuid, BigInt(ctx.blockNumber))
    markOwnerClock(ctx, owner, netuid, TEMPO_CLOCK)
  },
})

export const triggerEpoch = call({
  index: 141,
  docs: 'Schedules an epoch after the freeze window, unless one is near. For the owner; not with commit-reveal.',
  args: { netuid },
  info: { weight: { refTime: 442_539_000n, proofSize: 4_447n } },
  run(ctx: Ctx, origin, { netuid }) {
    const owner = ensureSubnetOwner(ctx, origin, netuid)
    const s = ctx.storage.subtensor
    if (s.commitRevealWeightsEnabled.get(netuid)) throw errors.DynamicTempoBlockedByCommitReveal
    if (s.pendingEpochAt.get(netuid) !== 0n) throw errors.EpochTriggerAlreadyPending
    const window = BigInt(s.adminFreezeWindow.get())
    if (blocksUntilAutoEpoch(ctx, netuid) < window) throw errors.AutoEpochAlreadyImminent
    ensureOwnerClock(ctx, owner, netuid, TRIGGER_CLOCK)
    const firesAt = saturatingAddU64(BigInt(ctx.blockNumber), window)
    s.pendingEpochAt.set(netuid, firesAt)
    markOwnerClock(ctx, owner, netuid, TRIGGER_CLOCK)
    ctx.emit(events.EpochTriggered, { netuid, by: owner, firesAt })
  },
})

export const setActivityCutoffFactor = call({
  index: 140,
  docs: 'Sets after how much of a tempo without weights a validator counts no more, in thousandths: 1000 to 50000.',
  args: { netuid, factorMilli: u32 },
  info: { weight: { refTime: 414_193_000n, proofSize: 4_364n } },
  run(ctx: Ctx, origin, { netuid, factorMilli }) {
    const owner = ensureSubnetOwnerOrRoot(ctx, origin, netuid)
    if (factorMilli < CUTOFF_FACTOR_MIN || factorMilli > CUTOFF_FACTOR_MAX) {
      throw errors.ActivityCutoffFactorMilliOutOfBounds
    }
    if (owner !== undefined) {
      ensureOutsideFreezeWindow(ctx, netuid)
      ensureOwnerClock(ctx, owner, netuid, CUTOFF_CLOCK)
    }
    ctx.storage.subtensor.activityCutoffFactorMilli.set(netuid, factorMilli)
    ctx.emit(events.ActivityCutoffFactorMilliSet, { netuid, factorMilli })
    if (owner !== undefined) markOwnerClock(ctx, owner, netuid, CUTOFF_CLOCK)
  },
})
