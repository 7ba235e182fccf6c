/**
 * Goal: a coldkey's successor gets what the reference chain gives it, in its order, and an announced
 * swap waits, is disputed and cleared as there (`../shared/spec/subnets.md` section 11).
 */
import { describe, expect, it } from 'vitest'
import { ROOT, signed } from '../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/key-swaps/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import { swapColdkey } from '../../../../../../local-chain/runtime/pallets/subtensor/key-swaps/coldkey-swap.ts'
import {
  increaseStake,
  stakeOf,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { blake2b256 } from '../../../../../../src/primitives/hash.ts'
import { bytesToHex, hexToBytes } from '../../../../../../src/primitives/hex.ts'
import {
  eventNames,
  expectLastEvent,
  expectNoop,
  type TestChain,
  testAccount,
} from '../../../../../support/runtime.ts'
import {
  broke,
  hotkeyNumber,
  NETUID,
  owner,
  ownerHotkey,
  poor,
  subnetChain,
  withSubnet,
} from '../subnets/subnet-chain.ts'

const successor = testAccount(0xd1)
const [a, b] = [hotkeyNumber(1), hotkeyNumber(2)]

function stake(chain: TestChain, hotkey: AccountId, netuid: number): void {
  increaseStake(chain.ctx, { hotkey, coldkey: owner, netuid, amount: 1_000n })
}

describe('swap of a coldkey', () => {
  it('lists hotkeys as their stake moved, root first, then those without stake', () => {
    const chain = withSubnet()
    const s = chain.ctx.storage.subtensor
    stake(chain, a, NETUID)
    stake(chain, b, 0)
    expect(s.stakingHotkeys.get(owner)).toEqual([ownerHotkey, a, b])
    swapColdkey(chain.ctx, owner, successor)
    expect(s.stakingHotkeys.get(successor)).toEqual([b, a, ownerHotkey])
    expect(s.stakingHotkeys.exists(owner)).toBe(false)
  })

  it('moves stake, subnets, hotkeys and balance', () => {
    const chain = withSubnet()
    const s = chain.ctx.storage.subtensor
    stake(chain, a, NETUID)
    const balance = chain.ctx.storage.system.account.get(owner).data.free
    chain.commit()
    swapColdkey(chain.ctx, owner, successor)
    expect(stakeOf(chain.ctx, { hotkey: a, coldkey: successor, netuid: NETUID })).toBe(1_000n)
    expect(stakeOf(chain.ctx, { hotkey: a, coldkey: owner, netuid: NETUID })).toBe(0n)
    expect(s.subnetOwner.get(NETUID)).toBe(successor)
    expect(s.owner.get(ownerHotkey)).toBe(successor)
    expect(s.ownedHotkeys.get(successor)).toEqual([ownerHotkey])
    expect(chain.ctx.storage.system.account.get(successor).data.free).toBe(balance)
    expect(eventNames(chain)).toEqual([
      'System.KilledAccount',
      'System.NewAccount',
      'Balances.Endowed',
      'Balances.Transfer',
      'SubtensorModule.ColdkeySwapped',
    ])
  })

  it('leaves root claims of a hotkey without stake on that subnet behind', () => {
    const chain = withSubnet()
    const { rootClaimed } = chain.ctx.storage.subtensor
    stake(chain, a, NETUID)
    stake(chain, b, 0)
    rootClaimed.set(NETUID, a, owner, 5n)
    rootClaimed.set(NETUID, b, owner, 7n)
    swapColdkey(chain.ctx, owner, successor)
    expect(rootClaimed.get(NETUID, a, successor)).toBe(5n)
    expect(rootClaimed.exists(NETUID, a, owner)).toBe(false)
    expect(rootClaimed.get(NETUID, b, owner)).toBe(7n)
    expect(rootClaimed.exists(NETUID, b, successor)).toBe(false)
  })

  it('takes the settings of locks along and replaces the flags', () => {
    const chain = withSubnet()
    const s = chain.ctx.storage.subtensor
    s.decayingLock.set(owner, NETUID, false)
    s.accountFlags.set(successor, 1n)
    s.lock.set(owner, NETUID, a, { lockedMass: 900n, conviction: 0n, lastUpdate: 1n })
    s.lockingColdkeys.set(NETUID, a, owner, undefined)
    s.hotkeyLock.set(NETUID, a, { lockedMass: 900n, conviction: 0n, lastUpdate: 1n })
    swapColdkey(chain.ctx, owner, successor)
    expect(s.decayingLock.get(successor, NETUID)).toBe(false)
    expect(s.decayingLock.exists(owner, NETUID)).toBe(false)
    expect(s.accountFlags.exists(successor)).toBe(false)
    expect(s.lock.get(successor, NETUID, a)?.lockedMass).toBe(900n)
    expect(s.lock.exists(owner, NETUID, a)).toBe(false)
    expect(s.lockingColdkeys.exists(NETUID, a, successor)).toBe(true)
    expect(s.hotkeyLock.get(NETUID, a)?.lockedMass).toBe(900n)
  })

  it('refuses a successor that stakes, is a hotkey, or has a lock', () => {
    const chain = withSubnet()
    const s = chain.ctx.storage.subtensor
    const swap = (to: AccountId) => () => swapColdkey(chain.ctx, owner, to)
    s.stakingHotkeys.set(poor, [a])
    expectNoop(chain, swap(poor), errors.ColdKeyAlreadyAssociated)
    expectNoop(chain, swap(ownerHotkey), errors.NewColdKeyIsHotkey)
    s.lock.set(successor, NETUID, a, { lockedMass: 900n, conviction: 0n, lastUpdate: 1n })
    expectNoop(chain, swap(successor), errors.ActiveLockExists)
  })
})

describe('announced swaps', () => {
  const hash = bytesToHex(blake2b256(hexToBytes(successor)))
  const announce = (chain: TestChain, newColdkeyHash = hash, who = owner) =>
    calls.announceColdkeySwap.run(chain.ctx, signed(who), { newColdkeyHash })
  const make = (chain: TestChain, newColdkey = successor) =>
    calls.swapColdkeyAnnounced.run(chain.ctx, signed(owner), { newColdkey })
  const clear = (chain: TestChain) =>
    calls.clearColdkeySwapAnnouncement.run(chain.ctx, signed(owner), {})

  it('wait for their delay and want the announced key', () => {
    const chain = subnetChain()
    expectNoop(chain, () => make(chain), errors.ColdkeySwapAnnouncementNotFound)
    announce(chain)
    expectLastEvent(chain, events.ColdkeySwapAnnounced, { who: owner, newColdkeyHash: hash })
    chain.ctx.blockNumber = 36_000
    expectNoop(chain, () => make(chain, poor), errors.AnnouncedColdkeyHashDoesNotMatch)
    expectNoop(chain, () => make(chain), errors.ColdkeySwapTooEarly)
    chain.ctx.blockNumber = 36_001
    make(chain)
    expectLastEvent(chain, events.ColdkeySwapped, { oldColdkey: owner, newColdkey: successor })
    expect(chain.ctx.storage.subtensor.coldkeySwapAnnouncements.exists(owner)).toBe(false)
  })

  it('cost once, and are replaced or cleared no sooner than 7200 blocks after they are due', () => {
    const chain = subnetChain()
    const free = () => chain.ctx.storage.system.account.get(owner).data.free
    const before = free()
    announce(chain)
    expect(before - free()).toBe(100_000_000n)
    chain.ctx.blockNumber = 43_200
    expectNoop(chain, () => announce(chain), errors.ColdkeySwapReannouncedTooEarly)
    expectNoop(chain, () => clear(chain), errors.ColdkeySwapClearTooEarly)
    chain.ctx.blockNumber = 43_201
    announce(chain, '00'.repeat(32))
    expect(before - free()).toBe(100_000_000n)
    chain.ctx.blockNumber = 43_201 + 43_200
    clear(chain)
    expectLastEvent(chain, events.ColdkeySwapCleared, { who: owner })
    const costs = errors.NotEnoughBalanceToPaySwapColdKey
    expectNoop(chain, () => announce(chain, hash, broke), costs)
  })

  it('are disputed by their coldkey and reset by root', () => {
    const chain = subnetChain()
    const dispute = () => calls.disputeColdkeySwap.run(chain.ctx, signed(owner), {})
    expectNoop(chain, dispute, errors.ColdkeySwapAnnouncementNotFound)
    announce(chain)
    dispute()
    expectLastEvent(chain, events.ColdkeySwapDisputed, { coldkey: owner })
    expectNoop(chain, dispute, errors.ColdkeySwapAlreadyDisputed)
    calls.resetColdkeySwap.run(chain.ctx, ROOT, { coldkey: owner })
    expectLastEvent(chain, events.ColdkeySwapReset, { who: owner })
    expectNoop(chain, dispute, errors.ColdkeySwapAnnouncementNotFound)
  })

  it('are dropped by the swap that root makes, which the old coldkey pays', () => {
    const chain = subnetChain()
    const { coldkeySwapAnnouncements, coldkeySwapDisputes } = chain.ctx.storage.subtensor
    announce(chain)
    coldkeySwapDisputes.set(owner, 1)
    const swap = (swapCost: bigint) =>
      calls.swapColdkey.run(chain.ctx, ROOT, {
        oldColdkey: owner,
        newColdkey: successor,
        swapCost,
      })
    const tooMuch = 1n << 60n
    expectNoop(chain, () => swap(tooMuch), errors.NotEnoughBalanceToPaySwapColdKey)
    swap(5n)
    expect(coldkeySwapAnnouncements.exists(owner)).toBe(false)
    expect(coldkeySwapDisputes.exists(owner)).toBe(false)
  })

  it('have replaced the scheduled ones', () => {
    const chain = subnetChain()
    const run = () =>
      calls.scheduleSwapColdkey.run(chain.ctx, signed(owner), { newColdkey: successor })
    expectNoop(chain, run, errors.Deprecated)
  })
})
