/**
 * Goal: the calls on children do what they say and refuse without a trace.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { badOrigin } from '../../../../../../../local-chain/frame/dispatch-error.ts'
import { ROOT, signed } from '../../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../../local-chain/runtime/pallets/subtensor/calls/children/index.ts'
import { errors } from '../../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import type { AccountId } from '../../../../../../../src/primitives/account-id.ts'
import { expectLastEvent, expectNoop, testAccount } from '../../../../../../support/runtime.ts'
import {
  hotkey,
  nominator,
  owner,
  secondHotkey,
  stakingChain,
  TAO,
} from '../../staking/staking-chain.ts'

const HALF = 1n << 63n
const U64_MAX = (1n << 64n) - 1n
const children = (...keys: AccountId[]) => keys.map((key) => [HALF / 8n, key] as const)
const six = [1, 2, 3, 4, 5, 6].map((byte) => testAccount(byte))

describe('set_children', () => {
  const set = (
    chain: ReturnType<typeof stakingChain>,
    list: readonly (readonly [bigint, AccountId])[],
    { netuid = 1, signer = owner } = {},
  ) => calls.setChildren.run(chain.ctx, signed(signer), { hotkey, netuid, children: list })

  it('applies at once on a subnet that has not started, mirrored at the child', () => {
    const chain = stakingChain()
    const s = chain.ctx.storage.subtensor
    s.subtokenEnabled.set(1, false)
    set(chain, [[HALF, secondHotkey]])
    expect(s.childKeys.get(hotkey, 1)).toEqual([[HALF, secondHotkey]])
    expect(s.parentKeys.get(secondHotkey, 1)).toEqual([[HALF, hotkey]])
    expectLastEvent(chain, events.SetChildren, [hotkey, 1, [[HALF, secondHotkey]]])
  })

  it('waits for the cooldown elsewhere', () => {
    const chain = stakingChain()
    set(chain, [[HALF, secondHotkey]])
    const list = [[HALF, secondHotkey]] as const
    const pending = chain.ctx.storage.subtensor.pendingChildKeys.get(1, hotkey)
    expect(pending).toEqual([list, 7_201n])
    expectLastEvent(chain, events.SetChildrenScheduled, [hotkey, 1, 7_201n, list])
  })

  it('leaves storage untouched when it refuses', () => {
    const chain = stakingChain()
    const s = chain.ctx.storage.subtensor
    const child = children(secondHotkey)
    expectNoop(chain, () => set(chain, child, { netuid: 9 }), errors.SubnetNotExists)
    const onRoot = () => set(chain, child, { netuid: 0 })
    expectNoop(chain, onRoot, errors.RegistrationNotPermittedOnRootSubnet)
    const byOther = () => set(chain, child, { signer: nominator })
    expectNoop(chain, byOther, errors.NonAssociatedColdKey)
    const twice = children(secondHotkey, secondHotkey)
    expectNoop(chain, () => set(chain, twice), errors.DuplicateChild)
    expectNoop(chain, () => set(chain, children(hotkey)), errors.InvalidChild)
    expectNoop(chain, () => set(chain, children(...six)), errors.TooManyChildren)
    const whole = [...children(secondHotkey), [U64_MAX, testAccount(1)] as const]
    expectNoop(chain, () => set(chain, whole), errors.ProportionOverflow)
    s.parentKeys.set(hotkey, 1, [[HALF, secondHotkey]])
    expectNoop(chain, () => set(chain, child), errors.ChildParentInconsistency)
    s.stakeThreshold.set(TAO)
    const stranger = children(testAccount(1))
    expectNoop(chain, () => set(chain, stranger), errors.NotEnoughStakeToSetChildkeys)
    set(chain, [])
    chain.ctx.blockNumber += 149
    expectNoop(chain, () => set(chain, []), errors.TxRateLimitExceeded)
    chain.ctx.blockNumber += 1
    set(chain, [])
  })
})

describe('set_childkey_take', () => {
  const set = (chain: ReturnType<typeof stakingChain>, take: number, signer = owner) =>
    calls.setChildkeyTake.run(chain.ctx, signed(signer), { hotkey, netuid: 1, take })

  it('lets a take fall at any time and rise after the wait', () => {
    const chain = stakingChain()
    chain.ctx.storage.subtensor.txChildkeyTakeRateLimit.set(10n)
    set(chain, 100)
    set(chain, 50)
    expectLastEvent(chain, events.ChildKeyTakeSet, [hotkey, 50])
    chain.ctx.blockNumber += 9
    expectNoop(chain, () => set(chain, 51), errors.TxChildkeyTakeRateLimitExceeded)
    chain.ctx.blockNumber += 1
    set(chain, 51)
    expect(chain.ctx.storage.subtensor.childkeyTake.get(hotkey, 1)).toBe(51)
  })

  it('leaves storage untouched when it refuses', () => {
    const chain = stakingChain()
    chain.ctx.storage.subtensor.minChildkeyTakePerSubnet.set(1, 20)
    expectNoop(chain, () => set(chain, 30, nominator), errors.NonAssociatedColdKey)
    expectNoop(chain, () => set(chain, 19), errors.InvalidChildkeyTake)
    expectNoop(chain, () => set(chain, 11_797), errors.InvalidChildkeyTake)
  })
})

describe('set_auto_parent_delegation_enabled', () => {
  const set = (chain: ReturnType<typeof stakingChain>, signer = owner) =>
    calls.setAutoParentDelegationEnabled.run(chain.ctx, signed(signer), { hotkey, enabled: false })

  it('is for hotkeys with a seat on root', () => {
    const chain = stakingChain()
    expectNoop(chain, () => set(chain, nominator), errors.NonAssociatedColdKey)
    expectNoop(chain, () => set(chain), errors.HotKeyNotRegisteredInSubNet)
    chain.ctx.storage.subtensor.uids.set(0, hotkey, 0)
    set(chain)
    expect(chain.ctx.storage.subtensor.autoParentDelegationEnabled.get(hotkey)).toBe(false)
    expectLastEvent(chain, events.AutoParentDelegationEnabledSet, { hotkey, enabled: false })
  })
})

describe('settings of children', () => {
  it('belong to root', () => {
    const chain = stakingChain()
    const s = chain.ctx.storage.subtensor
    calls.setPendingChildkeyCooldown.run(chain.ctx, ROOT, { cooldown: 7n })
    calls.sudoSetTxChildkeyTakeRateLimit.run(chain.ctx, ROOT, { txRateLimit: 8n })
    expectLastEvent(chain, events.TxChildKeyTakeRateLimitSet, 8n)
    calls.sudoSetMinChildkeyTake.run(chain.ctx, ROOT, { take: 9 })
    expectLastEvent(chain, events.MinChildKeyTakeSet, 9)
    calls.sudoSetMaxChildkeyTake.run(chain.ctx, ROOT, { take: 10 })
    expectLastEvent(chain, events.MaxChildKeyTakeSet, 10)
    expect([s.pendingChildKeyCooldown.get(), s.txChildkeyTakeRateLimit.get()]).toEqual([7n, 8n])
    expect([s.minChildkeyTake.get(), s.maxChildkeyTake.get()]).toEqual([9, 10])

    const by = signed(owner)
    for (const run of [
      () => calls.setPendingChildkeyCooldown.run(chain.ctx, by, { cooldown: 1n }),
      () => calls.sudoSetTxChildkeyTakeRateLimit.run(chain.ctx, by, { txRateLimit: 1n }),
      () => calls.sudoSetMinChildkeyTake.run(chain.ctx, by, { take: 1 }),
      () => calls.sudoSetMaxChildkeyTake.run(chain.ctx, by, { take: 1 }),
    ]) {
      expectNoop(chain, run, badOrigin)
    }
  })
})
