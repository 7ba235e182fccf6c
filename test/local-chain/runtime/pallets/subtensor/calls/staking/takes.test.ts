/**
 * Goal: takes and auto-stake destinations change as the chain lets them, and refuse without a trace.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { signed } from '../../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../../local-chain/runtime/pallets/subtensor/calls/staking/index.ts'
import { errors } from '../../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import { expectLastEvent, expectNoop } from '../../../../../../support/runtime.ts'
import {
  hotkey,
  nominator,
  owner,
  secondHotkey,
  stakingChain,
  unknownHotkey,
} from '../../staking/staking-chain.ts'

const ownerOrigin = signed(owner)

function chainWithTake(take: number) {
  const chain = stakingChain()
  chain.ctx.storage.subtensor.delegates.set(hotkey, take)
  chain.ctx.blockNumber = 300_000
  return chain
}

describe('increase_take', () => {
  it('stores the higher take and emits TakeIncreased', () => {
    const chain = chainWithTake(100)
    calls.increaseTake.run(chain.ctx, ownerOrigin, { hotkey, take: 101 })
    expect(chain.ctx.storage.subtensor.delegates.get(hotkey)).toBe(101)
    expectLastEvent(chain, events.TakeIncreased, [owner, hotkey, 101])
  })

  it.each([
    ['a hotkey without owner', owner, unknownHotkey, 101, errors.HotKeyAccountNotExists],
    ['another coldkey', nominator, hotkey, 101, errors.NonAssociatedColdKey],
    ['the present take', owner, hotkey, 100, errors.DelegateTakeTooLow],
    ['a take above 18 %', owner, hotkey, 11_797, errors.DelegateTakeTooHigh],
  ])('leaves storage untouched: %s', (_why, signer, key, take, error) => {
    const chain = chainWithTake(100)
    const run = () => calls.increaseTake.run(chain.ctx, signed(signer), { hotkey: key, take })
    expectNoop(chain, run, error)
  })

  it('waits after any change, a decrease too, and one block longer than the limit', () => {
    const chain = chainWithTake(100)
    calls.decreaseTake.run(chain.ctx, ownerOrigin, { hotkey, take: 50 })
    const run = () => calls.increaseTake.run(chain.ctx, ownerOrigin, { hotkey, take: 60 })
    chain.ctx.blockNumber += 216_000
    expectNoop(chain, run, errors.DelegateTxRateLimitExceeded)
    chain.ctx.blockNumber += 1
    run()
    expect(chain.ctx.storage.subtensor.delegates.get(hotkey)).toBe(60)
  })
})

describe('decrease_take', () => {
  it('stores the lower take at any time and emits TakeDecreased', () => {
    const chain = chainWithTake(100)
    for (const take of [99, 98]) calls.decreaseTake.run(chain.ctx, ownerOrigin, { hotkey, take })
    expectLastEvent(chain, events.TakeDecreased, [owner, hotkey, 98])
  })

  it.each([
    ['a hotkey without owner', owner, unknownHotkey, 99, errors.HotKeyAccountNotExists],
    ['another coldkey', nominator, hotkey, 99, errors.NonAssociatedColdKey],
    ['the present take', owner, hotkey, 100, errors.DelegateTakeTooLow],
    ['a take below the minimum', owner, hotkey, 9, errors.DelegateTakeTooLow],
  ])('leaves storage untouched: %s', (_why, signer, key, take, error) => {
    const chain = chainWithTake(100)
    chain.ctx.storage.subtensor.minDelegateTake.set(10)
    const run = () => calls.decreaseTake.run(chain.ctx, signed(signer), { hotkey: key, take })
    expectNoop(chain, run, error)
  })
})

describe('set_coldkey_auto_stake_hotkey', () => {
  function registered() {
    const chain = stakingChain()
    chain.ctx.storage.subtensor.uids.set(1, hotkey, 0)
    chain.ctx.storage.subtensor.uids.set(1, secondHotkey, 1)
    return chain
  }
  const set = (chain: ReturnType<typeof registered>, netuid: number, key = hotkey) =>
    calls.setColdkeyAutoStakeHotkey.run(chain.ctx, signed(nominator), { netuid, hotkey: key })

  it('moves the coldkey from one list to the other and keeps the empty list', () => {
    const chain = registered()
    const s = chain.ctx.storage.subtensor
    set(chain, 1)
    set(chain, 1, secondHotkey)
    expect(s.autoStakeDestination.get(nominator, 1)).toBe(secondHotkey)
    expect(s.autoStakeDestinationColdkeys.get(secondHotkey, 1)).toEqual([nominator])
    expect(s.autoStakeDestinationColdkeys.exists(hotkey, 1)).toBe(true)
    const value = { coldkey: nominator, netuid: 1, hotkey: secondHotkey }
    expectLastEvent(chain, events.AutoStakeDestinationSet, value)
  })

  it('leaves storage untouched when it refuses', () => {
    const chain = registered()
    set(chain, 1)
    expectNoop(chain, () => set(chain, 9), errors.SubnetNotExists)
    expectNoop(chain, () => set(chain, 1, unknownHotkey), errors.HotKeyNotRegisteredInSubNet)
    expectNoop(chain, () => set(chain, 1), errors.SameAutoStakeHotkeyAlreadySet)
  })
})
