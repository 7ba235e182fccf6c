/**
 * Goal: locks come, move and change as on the chain; refusals leave no trace. The arithmetic has its
 * own vectors (`staking/lock-math.test.ts`).
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { signed } from '../../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../../local-chain/runtime/pallets/subtensor/calls/locks/index.ts'
import { errors } from '../../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import {
  forceReduceLock,
  lockedAlpha,
} from '../../../../../../../local-chain/runtime/pallets/subtensor/staking/locks.ts'
import { expectLastEvent, expectNoop } from '../../../../../../support/runtime.ts'
import {
  giveStake,
  hotkey,
  nominator,
  secondHotkey,
  stakingChain,
  TAO,
  unknownHotkey,
} from '../../staking/staking-chain.ts'

const origin = signed(nominator)
const position = { hotkey, coldkey: nominator, netuid: 1 }

function chainWithStake() {
  const chain = stakingChain()
  giveStake(chain, position, 10n * TAO)
  chain.commit()
  return chain
}
type Chain = ReturnType<typeof chainWithStake>
const lock = (chain: Chain, amount: bigint, key = hotkey) =>
  calls.lockStake.run(chain.ctx, origin, { hotkey: key, netuid: 1, amount })

describe('lock_stake', () => {
  it('writes the lock, its index and its bucket', () => {
    const chain = chainWithStake()
    const s = chain.ctx.storage.subtensor
    lock(chain, TAO)
    lock(chain, TAO)
    const mass = { lockedMass: 2n * TAO, conviction: 0n, lastUpdate: 1n }
    expect(s.lock.get(nominator, 1, hotkey)).toEqual(mass)
    expect(s.decayingHotkeyLock.get(1, hotkey)).toEqual(mass)
    expect(s.lockingColdkeys.exists(1, hotkey, nominator)).toBe(true)
    const value = { coldkey: nominator, hotkey, netuid: 1, amount: TAO }
    expectLastEvent(chain, events.StakeLocked, value)
  })

  it('convinces at once behind the subnet owner', () => {
    const chain = chainWithStake()
    const s = chain.ctx.storage.subtensor
    s.subnetOwnerHotkey.set(1, hotkey)
    lock(chain, TAO)
    expect(s.decayingOwnerLock.get(1)?.conviction).toBe(TAO << 64n)
  })

  it('leaves no record below 100, but the bucket of a larger one keeps it', () => {
    const chain = chainWithStake()
    lock(chain, 99n)
    expect(chain.ctx.storage.subtensor.lock.exists(nominator, 1, hotkey)).toBe(false)
    expect(chain.ctx.storage.subtensor.decayingHotkeyLock.exists(1, hotkey)).toBe(false)
  })

  it('leaves storage untouched when it refuses', () => {
    const chain = chainWithStake()
    expectNoop(chain, () => lock(chain, 0n), errors.AmountTooLow)
    expectNoop(chain, () => lock(chain, TAO, unknownHotkey), errors.HotKeyAccountNotExists)
    expectNoop(chain, () => lock(chain, 11n * TAO), errors.InsufficientStakeForLock)
    lock(chain, 6n * TAO)
    expectNoop(chain, () => lock(chain, 5n * TAO), errors.InsufficientStakeForLock)
    expectNoop(chain, () => lock(chain, TAO, secondHotkey), errors.LockHotkeyMismatch)
  })
})

describe('move_lock', () => {
  const move = (chain: Chain, destinationHotkey = secondHotkey) =>
    calls.moveLock.run(chain.ctx, origin, { destinationHotkey, netuid: 1 })

  it('moves lock and bucket, with the conviction among hotkeys of one owner', () => {
    const chain = chainWithStake()
    const s = chain.ctx.storage.subtensor
    lock(chain, TAO)
    chain.ctx.blockNumber = 10_000
    move(chain)
    const moved = s.lock.get(nominator, 1, secondHotkey)
    expect(s.lock.exists(nominator, 1, hotkey)).toBe(false)
    expect(moved?.conviction).toBeGreaterThan(0n)
    expect(s.decayingHotkeyLock.exists(1, hotkey)).toBe(false)
    expect(s.decayingHotkeyLock.get(1, secondHotkey)).toEqual(moved)
    expectLastEvent(chain, events.LockMoved, {
      coldkey: nominator,
      originHotkey: hotkey,
      destinationHotkey: secondHotkey,
      netuid: 1,
    })
  })

  it('loses the conviction when the owner changes', () => {
    const chain = chainWithStake()
    const s = chain.ctx.storage.subtensor
    s.owner.set(secondHotkey, nominator)
    lock(chain, TAO)
    chain.ctx.blockNumber = 10_000
    move(chain)
    expect(s.lock.get(nominator, 1, secondHotkey)?.conviction).toBe(0n)
  })

  it('leaves storage untouched when it refuses', () => {
    const chain = chainWithStake()
    expectNoop(chain, () => move(chain, unknownHotkey), errors.HotKeyAccountNotExists)
    expectNoop(chain, () => move(chain), errors.NoExistingLock)
  })
})

describe('set_perpetual_lock', () => {
  it('moves the lock between the buckets and back', () => {
    const chain = chainWithStake()
    const s = chain.ctx.storage.subtensor
    lock(chain, TAO)
    const set = (enabled: boolean) =>
      calls.setPerpetualLock.run(chain.ctx, origin, { netuid: 1, enabled })
    set(true)
    expect(s.decayingLock.get(nominator, 1)).toBe(false)
    expect(s.hotkeyLock.get(1, hotkey)?.lockedMass).toBe(TAO)
    expect(s.decayingHotkeyLock.exists(1, hotkey)).toBe(false)
    chain.ctx.blockNumber = 50_000
    expect(lockedAlpha(chain.ctx, nominator, 1)).toBe(TAO)
    set(false)
    expect(s.decayingLock.exists(nominator, 1)).toBe(false)
    expect(s.hotkeyLock.exists(1, hotkey)).toBe(false)
    const value = { coldkey: nominator, netuid: 1, enabled: false }
    expectLastEvent(chain, events.PerpetualLockUpdated, value)
  })
})

describe('set_reject_locked_alpha', () => {
  it('keeps one bit and removes the entry with it', () => {
    const chain = chainWithStake()
    const { accountFlags } = chain.ctx.storage.subtensor
    calls.setRejectLockedAlpha.run(chain.ctx, origin, { enabled: false })
    expect(accountFlags.get(nominator)).toBe(1n)
    calls.setRejectLockedAlpha.run(chain.ctx, origin, { enabled: true })
    expect(accountFlags.exists(nominator)).toBe(false)
    const value = { coldkey: nominator, enabled: true }
    expectLastEvent(chain, events.RejectLockedAlphaUpdated, value)
  })
})

describe('forceReduceLock', () => {
  it('lowers mass and conviction in proportion, and the bucket with them', () => {
    const chain = chainWithStake()
    const s = chain.ctx.storage.subtensor
    const state = { lockedMass: 1_000n, conviction: 800n << 64n, lastUpdate: 1n }
    s.lock.set(nominator, 1, hotkey, state)
    s.decayingHotkeyLock.set(1, hotkey, { ...state, lockedMass: 5_000n })
    forceReduceLock(chain.ctx, nominator, 1, 250n)
    const quarterLess = { lockedMass: 750n, conviction: 600n << 64n, lastUpdate: 1n }
    expect(s.lock.get(nominator, 1, hotkey)).toEqual(quarterLess)
    expect(s.decayingHotkeyLock.get(1, hotkey)?.lockedMass).toBe(4_750n)
    forceReduceLock(chain.ctx, nominator, 1, 900n)
    expect(s.lock.exists(nominator, 1, hotkey)).toBe(false)
  })
})
