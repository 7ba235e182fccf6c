/**
 * Goal: voting power follows stake slowly, and tracking ends when it was asked to.
 * Method: the rules of `../shared/spec/yuma.md` section 6 on small states.
 */

import { describe, expect, it } from 'vitest'
import { U16Pairs } from '../../../../../../local-chain/frame/u16-pairs.ts'
import {
  nextVotingPower,
  updateVotingPower,
} from '../../../../../../local-chain/runtime/pallets/subtensor/epoch/voting-power.ts'
import type { EpochTerms } from '../../../../../../local-chain/yuma/index.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { eventNames, testAccount, testChain } from '../../../../../support/runtime.ts'

const NETUID = 1
const hotkey = testAccount(7)

function terms(stake: bigint, newValidatorPermit: boolean): EpochTerms<AccountId>[] {
  return [
    {
      hotkey,
      uid: 0,
      dividend: 0,
      incentive: 0,
      consensus: 0,
      validatorTrust: 0,
      stakeWeight: 0,
      serverEmission: 0n,
      validatorEmission: 0n,
      emission: 0n,
      stake,
      active: true,
      newValidatorPermit,
      bond: U16Pairs.empty,
    },
  ]
}

function trackingChain() {
  const chain = testChain()
  const s = chain.ctx.storage.subtensor
  s.votingPowerTrackingEnabled.set(NETUID, true)
  s.isNetworkMember.set(hotkey, NETUID, true)
  return { chain, s }
}

describe('nextVotingPower', () => {
  it('takes the default 0.357 % of the new stake', () => {
    expect(nextVotingPower(0n, 1_000_000n, 3_570_000_000_000_000n)).toBe(3_570n)
    expect(nextVotingPower(1_000_000n, 0n, 3_570_000_000_000_000n)).toBe(996_430n)
  })
})

describe('updateVotingPower', () => {
  it('does nothing where it is not tracked', () => {
    const { ctx } = testChain()
    updateVotingPower(ctx, NETUID, terms(1_000_000n, true))
    expect(ctx.storage.subtensor.votingPower.exists(NETUID, hotkey)).toBe(false)
  })

  it('drops a hotkey without permit, and one that left the subnet', () => {
    const { chain, s } = trackingChain()
    s.votingPower.set(NETUID, hotkey, 5n)
    updateVotingPower(chain.ctx, NETUID, terms(1_000_000n, false))
    expect(s.votingPower.exists(NETUID, hotkey)).toBe(false)

    const gone = testAccount(9)
    s.votingPower.set(NETUID, gone, 5n)
    updateVotingPower(chain.ctx, NETUID, terms(1_000_000n, true))
    expect(s.votingPower.keysOf(NETUID)).toEqual([hotkey])
  })

  it('drops a hotkey that falls below the stake threshold, not one that never reached it', () => {
    const { chain, s } = trackingChain()
    s.stakeThreshold.set(1_000n)
    s.votingPower.set(NETUID, hotkey, 1_000n)
    updateVotingPower(chain.ctx, NETUID, terms(0n, true))
    expect(s.votingPower.exists(NETUID, hotkey)).toBe(false)

    s.votingPower.set(NETUID, hotkey, 500n)
    updateVotingPower(chain.ctx, NETUID, terms(500n, true))
    expect(s.votingPower.get(NETUID, hotkey)).toBe(500n)
  })

  it('ends at the scheduled block with an event', () => {
    const { chain, s } = trackingChain()
    s.votingPower.set(NETUID, hotkey, 5n)
    s.votingPowerDisableAtBlock.set(NETUID, 10n)
    chain.ctx.blockNumber = 10
    updateVotingPower(chain.ctx, NETUID, terms(1_000_000n, true))
    expect(s.votingPower.keysOf(NETUID)).toEqual([])
    expect(s.votingPowerTrackingEnabled.get(NETUID)).toBe(false)
    expect(s.votingPowerDisableAtBlock.exists(NETUID)).toBe(false)
    expect(eventNames(chain)).toEqual(['SubtensorModule.VotingPowerTrackingDisabled'])
  })
})
