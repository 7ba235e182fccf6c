/**
 * Goal: owners steer epochs and voting power within bounds, and refusals leave no trace.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { type Origin, ROOT, signed } from '../../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../../local-chain/runtime/pallets/subtensor/calls/parameters/index.ts'
import { errors } from '../../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import { expectLastEvent, expectNoop, type TestChain } from '../../../../../../support/runtime.ts'
import { miner, NETUID, owner, subnetChain, withSubnet } from '../../subnets/subnet-chain.ts'

const asOwner = signed(owner)

/** Netuid 2 right after an epoch, so that the freeze window is far away. */
function openChain(chain = withSubnet()): TestChain {
  chain.ctx.blockNumber = 1_000
  chain.ctx.storage.subtensor.lastEpochBlock.set(NETUID, 1_000n)
  chain.commit()
  return chain
}

describe('set_tempo', () => {
  const set = (chain: TestChain, tempo: number, origin: Origin = asOwner) =>
    calls.setTempo.run(chain.ctx, origin, { netuid: NETUID, tempo })

  it('starts counting anew', () => {
    const chain = openChain()
    chain.ctx.blockNumber = 1_005
    set(chain, 50_400)
    const s = chain.ctx.storage.subtensor
    expect(s.tempo.get(NETUID)).toBe(50_400)
    expect(s.lastEpochBlock.get(NETUID)).toBe(1_005n)
    expect(s.transactionKeyLastBlock.get(owner, NETUID, 11)).toBe(1_005n)
    expectLastEvent(chain, events.TempoSet, [NETUID, 50_400])
  })

  it('is for owners, within bounds, outside the window, every 360 blocks', () => {
    const chain = openChain()
    for (const origin of [ROOT, signed(miner)]) {
      expectNoop(chain, () => set(chain, 400, origin), 'BadOrigin')
    }
    for (const tempo of [0, 359, 50_401]) {
      expectNoop(chain, () => set(chain, tempo), errors.TempoOutOfBounds)
    }
    set(chain, 400)
    chain.ctx.blockNumber = 1_359
    expectNoop(chain, () => set(chain, 400), errors.TxRateLimitExceeded)
    chain.ctx.blockNumber = 1_391
    expectNoop(chain, () => set(chain, 400), errors.AdminActionProhibitedDuringWeightsWindow)
    chain.ctx.blockNumber = 1_360
    set(chain, 400)
  })

  it('has the same bounds in the fast profile', () => {
    const chain = openChain(withSubnet(subnetChain('fast')))
    expectNoop(chain, () => set(chain, 10), errors.TempoOutOfBounds)
  })
})

describe('trigger_epoch', () => {
  const trigger = (chain: TestChain, origin: Origin = asOwner) =>
    calls.triggerEpoch.run(chain.ctx, origin, { netuid: NETUID })

  function plainChain(): TestChain {
    const chain = openChain()
    chain.ctx.storage.subtensor.commitRevealWeightsEnabled.set(NETUID, false)
    return chain
  }

  it('schedules an epoch behind the freeze window', () => {
    const chain = plainChain()
    trigger(chain)
    expect(chain.ctx.storage.subtensor.pendingEpochAt.get(NETUID)).toBe(1_010n)
    expectLastEvent(chain, events.EpochTriggered, { netuid: NETUID, by: owner, firesAt: 1_010n })
  })

  it('refuses without a trace', () => {
    const chain = plainChain()
    const s = chain.ctx.storage.subtensor
    for (const origin of [ROOT, signed(miner)]) {
      expectNoop(chain, () => trigger(chain, origin), 'BadOrigin')
    }
    chain.ctx.blockNumber = 1_351
    expectNoop(chain, () => trigger(chain), errors.AutoEpochAlreadyImminent)
    chain.ctx.blockNumber = 1_350
    trigger(chain)
    expectNoop(chain, () => trigger(chain), errors.EpochTriggerAlreadyPending)
    s.pendingEpochAt.set(NETUID, 0n)
    expectNoop(chain, () => trigger(chain), errors.TxRateLimitExceeded)
    s.commitRevealWeightsEnabled.set(NETUID, true)
    expectNoop(chain, () => trigger(chain), errors.DynamicTempoBlockedByCommitReveal)
  })

  it('is not near where tempo 0 stops epochs', () => {
    const chain = plainChain()
    chain.ctx.storage.subtensor.tempo.set(NETUID, 0)
    trigger(chain)
    expect(chain.ctx.storage.subtensor.pendingEpochAt.get(NETUID)).toBe(1_010n)
  })
})

describe('set_activity_cutoff_factor', () => {
  const set = (chain: TestChain, factorMilli: number, origin: Origin = asOwner) =>
    calls.setActivityCutoffFactor.run(chain.ctx, origin, { netuid: NETUID, factorMilli })

  it('binds the owner to clock and window, root to neither', () => {
    const chain = openChain()
    set(chain, 2_000)
    expectLastEvent(chain, events.ActivityCutoffFactorMilliSet, {
      netuid: NETUID,
      factorMilli: 2_000,
    })
    expectNoop(chain, () => set(chain, 2_000), errors.TxRateLimitExceeded)
    chain.ctx.blockNumber = 1_355
    const frozen = errors.AdminActionProhibitedDuringWeightsWindow
    expectNoop(chain, () => set(chain, 2_000), frozen)
    set(chain, 50_000, ROOT)
    expect(chain.ctx.storage.subtensor.activityCutoffFactorMilli.get(NETUID)).toBe(50_000)
  })

  it.each([0, 999, 50_001])('refuses %i', (factor) => {
    const chain = openChain()
    const body = () => set(chain, factor, ROOT)
    expectNoop(chain, body, errors.ActivityCutoffFactorMilliOutOfBounds)
    expectNoop(chain, () => set(chain, 1_000, signed(miner)), 'BadOrigin')
  })
})

describe('voting power', () => {
  const args = { netuid: NETUID }

  it('is tracked until 100800 blocks after it was disabled', () => {
    const chain = openChain()
    const s = chain.ctx.storage.subtensor
    const disable = () => calls.disableVotingPowerTracking.run(chain.ctx, asOwner, args)
    expectNoop(chain, disable, errors.VotingPowerTrackingNotEnabled)
    calls.enableVotingPowerTracking.run(chain.ctx, asOwner, args)
    expectLastEvent(chain, events.VotingPowerTrackingEnabled, args)
    disable()
    expect(s.votingPowerTrackingEnabled.get(NETUID)).toBe(true)
    expect(s.votingPowerDisableAtBlock.get(NETUID)).toBe(101_800n)
    calls.enableVotingPowerTracking.run(chain.ctx, ROOT, args)
    expect(s.votingPowerDisableAtBlock.exists(NETUID)).toBe(false)
  })

  it('follows at a speed that root sets, at most 1', () => {
    const chain = openChain()
    const set = (alpha: bigint, origin: Origin = ROOT) =>
      calls.sudoSetVotingPowerEmaAlpha.run(chain.ctx, origin, { netuid: NETUID, alpha })
    const one = 10n ** 18n
    expectNoop(chain, () => set(one, asOwner), 'BadOrigin')
    expectNoop(chain, () => set(one + 1n), errors.InvalidVotingPowerEmaAlpha)
    set(one)
    expect(chain.ctx.storage.subtensor.votingPowerEmaAlpha.get(NETUID)).toBe(one)
  })
})
