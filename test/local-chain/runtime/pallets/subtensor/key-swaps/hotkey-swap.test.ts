/**
 * Goal: a hotkey's successor gets what the reference chain gives it, and a swap is refused as there
 * (`../shared/spec/subnets.md` section 10).
 */
import { describe, expect, it } from 'vitest'
import { signed } from '../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/key-swaps/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import {
  increaseStake,
  stakeOf,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { subnetAccountId } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { expectLastEvent, expectNoop, type TestChain } from '../../../../../support/runtime.ts'
import {
  addNeurons,
  hotkeyNumber,
  miner,
  NETUID,
  owner,
  ownerHotkey,
  poor,
  withSubnet,
} from '../subnets/subnet-chain.ts'

const old = hotkeyNumber(0)
const fresh = hotkeyNumber(9)
const INTERVAL = 7_200

interface Order {
  readonly netuid?: number | undefined
  readonly keepStake?: boolean
  readonly newHotkey?: AccountId
  readonly coldkey?: AccountId
}

function swap(chain: TestChain, order: Order = {}): void {
  calls.swapHotkeyV2.run(chain.ctx, signed(order.coldkey ?? miner), {
    hotkey: old,
    newHotkey: order.newHotkey ?? fresh,
    netuid: order.netuid,
    keepStake: order.keepStake ?? false,
  })
}

/** `old` of `miner` has uid 1 on netuid 2 and stake of two coldkeys there. */
function chainWithMiner(): TestChain {
  const chain = withSubnet()
  addNeurons(chain, 2)
  for (const coldkey of [miner, poor]) {
    increaseStake(chain.ctx, { hotkey: old, coldkey, netuid: NETUID, amount: 1_000n })
  }
  chain.ctx.blockNumber = INTERVAL + 1
  chain.commit()
  return chain
}

const stakeBehind = (chain: TestChain, hotkey: AccountId) =>
  stakeOf(chain.ctx, { hotkey, coldkey: poor, netuid: NETUID })

describe('swap of a hotkey on all subnets', () => {
  it('moves owner, uid and stake, and puts the successor at the end of the lists', () => {
    const chain = chainWithMiner()
    const s = chain.ctx.storage.subtensor
    const free = chain.ctx.storage.system.account.get(miner).data.free
    swap(chain)
    expect(s.owner.exists(old)).toBe(false)
    expect(s.owner.get(fresh)).toBe(miner)
    expect(s.ownedHotkeys.get(miner)).toEqual([hotkeyNumber(1), fresh])
    expect(s.stakingHotkeys.get(miner)).toEqual([hotkeyNumber(1), fresh])
    expect(s.uids.get(NETUID, fresh)).toBe(1)
    expect(s.keys.get(NETUID, 1)).toBe(fresh)
    expect([stakeBehind(chain, old), stakeBehind(chain, fresh)]).toEqual([0n, 1_000n])
    expect(free - chain.ctx.storage.system.account.get(miner).data.free).toBe(100_000_000n)
    expect(s.lastHotkeySwapOnNetuid.get(NETUID, miner)).toBe(BigInt(chain.ctx.blockNumber))
    expectLastEvent(chain, events.HotkeySwapped, {
      coldkey: miner,
      oldHotkey: old,
      newHotkey: fresh,
    })
  })

  it('writes memberships, children and dividends also where there are none', () => {
    const chain = chainWithMiner()
    const s = chain.ctx.storage.subtensor
    swap(chain)
    expect(s.isNetworkMember.exists(fresh, 1)).toBe(true)
    expect(s.isNetworkMember.get(fresh, 1)).toBe(false)
    expect(s.childKeys.exists(old, 1)).toBe(true)
    expect(s.alphaDividendsPerSubnet.exists(1, fresh)).toBe(true)
    expect(s.totalHotkeyAlphaLastEpoch.exists(fresh, 1)).toBe(true)
    expect(s.rootClaimable.exists(fresh)).toBe(true)
  })

  it('may leave the stake, but not the owner', () => {
    const chain = chainWithMiner()
    swap(chain, { keepStake: true })
    const s = chain.ctx.storage.subtensor
    expect([stakeBehind(chain, old), stakeBehind(chain, fresh)]).toEqual([1_000n, 0n])
    expect(s.owner.exists(old)).toBe(false)
    expect(s.stakingHotkeys.get(poor)).toEqual([old])
  })

  it('waits for the interval only where a swap is recorded', () => {
    const chain = chainWithMiner()
    const s = chain.ctx.storage.subtensor
    s.lastHotkeySwapOnNetuid.set(NETUID, miner, 1n)
    expectNoop(chain, () => swap(chain), errors.HotKeySwapOnSubnetIntervalNotPassed)
    chain.ctx.blockNumber++
    swap(chain)
  })

  it('moves relations, sorted by account, and drops those of the successor', () => {
    const chain = chainWithMiner()
    const s = chain.ctx.storage.subtensor
    const [child, parent, former] = [hotkeyNumber(5), hotkeyNumber(6), hotkeyNumber(7)]
    s.childKeys.set(old, NETUID, [[3n, child]])
    s.parentKeys.set(child, NETUID, [[3n, old]])
    s.parentKeys.set(old, NETUID, [[4n, parent]])
    s.childKeys.set(parent, NETUID, [[4n, old]])
    s.childKeys.set(fresh, NETUID, [[5n, former]])
    s.parentKeys.set(former, NETUID, [[5n, fresh]])
    s.pendingChildKeys.set(NETUID, parent, [
      [
        [1n, old],
        [2n, child],
      ],
      9n,
    ])
    swap(chain)
    expect(s.childKeys.get(fresh, NETUID)).toEqual([[3n, child]])
    expect(s.parentKeys.get(child, NETUID)).toEqual([[3n, fresh]])
    expect(s.childKeys.get(parent, NETUID)).toEqual([[4n, fresh]])
    expect(s.parentKeys.exists(former, NETUID)).toBe(false)
    expect(s.childKeys.get(old, NETUID)).toEqual([])
    expect(s.parentKeys.exists(old, NETUID)).toBe(false)
    expect(s.pendingChildKeys.get(NETUID, parent)[0]).toEqual([
      [2n, child],
      [1n, fresh],
    ])
  })

  it('moves the rates and claims of root', () => {
    const chain = chainWithMiner()
    const s = chain.ctx.storage.subtensor
    s.rootClaimable.set(old, [[NETUID, 6n]])
    s.rootClaimed.set(NETUID, old, poor, 8n)
    swap(chain)
    expect(s.rootClaimable.get(fresh)).toEqual([[NETUID, 6n]])
    expect(s.rootClaimable.exists(old)).toBe(false)
    expect(s.rootClaimed.get(NETUID, fresh, poor)).toBe(8n)
    expect(s.rootClaimed.exists(NETUID, old, poor)).toBe(false)
  })
})

describe('swap of a hotkey on one subnet', () => {
  it('keeps the owner of the old hotkey and costs 0.001 TAO', () => {
    const chain = chainWithMiner()
    const s = chain.ctx.storage.subtensor
    const free = chain.ctx.storage.system.account.get(miner).data.free
    swap(chain, { netuid: NETUID })
    expect(s.owner.get(old)).toBe(miner)
    expect(s.ownedHotkeys.get(miner)).toEqual([old, hotkeyNumber(1), fresh])
    expect(s.uids.get(NETUID, fresh)).toBe(1)
    expect(free - chain.ctx.storage.system.account.get(miner).data.free).toBe(1_000_000n)
    expectLastEvent(chain, events.HotkeySwappedOnSubnet, {
      coldkey: miner,
      oldHotkey: old,
      newHotkey: fresh,
      netuid: NETUID,
    })
  })

  it('fails on a chain younger than the interval', () => {
    const chain = chainWithMiner()
    chain.ctx.blockNumber = INTERVAL
    const run = () => swap(chain, { netuid: NETUID })
    expectNoop(chain, run, errors.HotKeySwapOnSubnetIntervalNotPassed)
  })

  it('moves locks with their conviction; the bucket of the successor is replaced', () => {
    const chain = chainWithMiner()
    const s = chain.ctx.storage.subtensor
    const now = BigInt(chain.ctx.blockNumber)
    const lock = { lockedMass: 900n, conviction: 500n << 64n, lastUpdate: now }
    s.lock.set(poor, NETUID, old, lock)
    s.lockingColdkeys.set(NETUID, old, poor, undefined)
    s.lockingColdkeys.set(NETUID, old, owner, undefined)
    s.decayingHotkeyLock.set(NETUID, old, lock)
    s.decayingHotkeyLock.set(NETUID, fresh, { ...lock, lockedMass: 1n })
    swap(chain, { netuid: NETUID })
    expect(s.lock.get(poor, NETUID, fresh)).toEqual(lock)
    expect(s.lock.exists(poor, NETUID, old)).toBe(false)
    expect(s.lockingColdkeys.entriesOf(NETUID).map(({ keys }) => keys)).toEqual([
      [NETUID, fresh, poor],
    ])
    expect(s.decayingHotkeyLock.get(NETUID, fresh)).toEqual(lock)
    expect(s.decayingHotkeyLock.exists(NETUID, old)).toBe(false)
  })
})

describe('refusals of both', () => {
  it.each([undefined, NETUID])('come in the order of the chain (netuid %s)', (netuid) => {
    const chain = chainWithMiner()
    const s = chain.ctx.storage.subtensor
    const refuses = (order: Order, failure: Error) =>
      expectNoop(chain, () => swap(chain, { ...order, netuid }), failure.message)
    refuses({ coldkey: owner }, errors.NonAssociatedColdKey)
    refuses({ newHotkey: ownerHotkey }, errors.NonAssociatedColdKey)
    refuses({ newHotkey: old }, errors.NewHotKeyIsSameWithOld)
    refuses({ newHotkey: hotkeyNumber(1) }, errors.HotKeyAlreadyRegisteredInSubNet)
    refuses({ newHotkey: subnetAccountId(NETUID) }, errors.CannotUseSystemAccount)
    s.lastRateLimitedBlock.set({ type: 'LastTxBlock', value: miner }, BigInt(INTERVAL - 999))
    refuses({}, errors.HotKeySetTxRateLimitExceeded)
  })

  it('look at the presence of a membership on one subnet, at its value on all', () => {
    const chain = chainWithMiner()
    chain.ctx.storage.subtensor.isNetworkMember.set(fresh, NETUID, false)
    const run = () => swap(chain, { netuid: NETUID })
    expectNoop(chain, run, errors.HotKeyAlreadyRegisteredInSubNet)
    swap(chain)
  })

  it.each([undefined, 0])('want a successor without root claims (netuid %s)', (netuid) => {
    const chain = chainWithMiner()
    chain.ctx.storage.subtensor.rootClaimed.set(0, fresh, poor, 0n)
    const run = () => swap(chain, { netuid })
    expectNoop(chain, run, errors.NewHotKeyNotCleanForRootSwap)
  })
})
