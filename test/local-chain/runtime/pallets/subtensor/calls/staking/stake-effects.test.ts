/**
 * Goal: what stake calls emit, in which order, and the rules that no recorded vector shows alone.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { signed } from '../../../../../../../local-chain/frame/origin.ts'
import { freeBalance } from '../../../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { calls } from '../../../../../../../local-chain/runtime/pallets/subtensor/calls/staking/index.ts'
import { events } from '../../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import { stakeOf } from '../../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { BURN_ACCOUNT } from '../../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { eventNames, expectLastEvent } from '../../../../../../support/runtime.ts'
import {
  author,
  fund,
  giveStake,
  hotkey,
  nominator,
  owner,
  secondHotkey,
  setAuthor,
  setLock,
  stakingChain,
  stranger,
  TAO,
} from '../../staking/staking-chain.ts'

const TRANSFER = 'Balances.Transfer'
const ADDED = 'SubtensorModule.StakeAdded'
const REMOVED = 'SubtensorModule.StakeRemoved'
const origin = signed(nominator)
const position = { hotkey, coldkey: nominator, netuid: 1 }
/** 1 TAO into 1000 TAO / 2000 alpha: vectors/staking/counters.json. */
const ALPHA = 1_996_996_914n
const FEE = 503_547n

describe('add_stake', () => {
  it('pays the subnet, burns the fee without an author, then emits StakeAdded', () => {
    const chain = stakingChain()
    calls.addStake.run(chain.ctx, origin, { hotkey, netuid: 1, amountStaked: TAO })
    expect(eventNames(chain)).toEqual([TRANSFER, TRANSFER, ADDED])
    expectLastEvent(chain, events.StakeAdded, [nominator, hotkey, TAO, ALPHA, 1, FEE])
    expect(freeBalance(chain.ctx, BURN_ACCOUNT)).toBe(TAO + FEE)
    const s = chain.ctx.storage.subtensor
    expect(s.stakingHotkeys.get(nominator)).toEqual([hotkey])
    expect(s.lastColdkeyHotkeyStakeBlock.get(nominator, hotkey)).toBe(1n)
    expect(s.delegates.exists(hotkey)).toBe(false)
  })

  it('keeps the existential deposit when everything is staked', () => {
    const chain = stakingChain()
    fund(chain, stranger, 10n * TAO)
    chain.commit()
    calls.addStake.run(chain.ctx, signed(stranger), { hotkey, netuid: 1, amountStaked: 10n * TAO })
    expect(freeBalance(chain.ctx, stranger)).toBe(500n)
  })

  it('counts root stake for claims and lists the coldkey for the automatic claim', () => {
    const chain = stakingChain()
    const s = chain.ctx.storage.subtensor
    s.rootClaimable.set(hotkey, [[1, 2n << 32n]])
    calls.addStake.run(chain.ctx, origin, { hotkey, netuid: 0, amountStaked: TAO })
    expect(s.rootClaimed.get(1, hotkey, nominator)).toBe(2n * TAO)
    expect(s.stakingColdkeysByIndex.get(0n)).toBe(nominator)
    expectLastEvent(chain, events.StakeAdded, [nominator, hotkey, TAO, TAO, 0, 0n])
  })
})

describe('add_stake_limit', () => {
  it('fills up to the limit and makes a foreign hotkey a delegate', () => {
    const chain = stakingChain()
    calls.addStakeLimit.run(chain.ctx, origin, {
      hotkey,
      netuid: 1,
      amountStaked: 100n * TAO,
      limitPrice: 510_000_000n,
      allowPartial: true,
    })
    expect(chain.ctx.storage.subtensor.delegates.get(hotkey)).toBe(11_796)
    expect(chain.ctx.storage.subtensor.delegates.exists(hotkey)).toBe(true)
    const staked = 1_000_000n * TAO - freeBalance(chain.ctx, nominator)
    // (sqrt(0.51 / 0.5) - 1) * 1000 TAO and its fee
    expect(staked).toBeGreaterThan(9_950n * (TAO / 1000n))
    expect(staked).toBeLessThan(9_960n * (TAO / 1000n))
  })
})

describe('remove_stake', () => {
  it('pays out and burns the alpha of the fee without an author', () => {
    const chain = stakingChain()
    giveStake(chain, position, 10n * TAO)
    chain.commit()
    calls.removeStake.run(chain.ctx, origin, { hotkey, netuid: 1, amountUnstaked: 99n * TAO })
    expect(eventNames(chain)).toEqual([TRANSFER, REMOVED])
    // 10 alpha from 1000 TAO / 2000 alpha: vectors/staking/counters.json
    expectLastEvent(chain, events.StakeRemoved, [
      nominator,
      hotkey,
      4_972_631_623n,
      9_994_964_523n,
      1,
      5_035_477n,
    ])
    expect(chain.ctx.storage.alphaAssets.alphaBurned.get(1)).toBe(5_035_477n)
  })

  it('sells the fee for the author of the block', () => {
    const chain = stakingChain()
    giveStake(chain, position, 10n * TAO)
    fund(chain, author, TAO)
    setAuthor(chain)
    chain.commit()
    calls.removeStake.run(chain.ctx, origin, { hotkey, netuid: 1, amountUnstaked: 10n * TAO })
    expect(eventNames(chain)).toEqual([TRANSFER, TRANSFER, REMOVED])
    expect(freeBalance(chain.ctx, author)).toBe(TAO + 2_492_754n)
  })

  it('sells what is left of a nomination below the minimum, and spares the owner', () => {
    for (const coldkey of [nominator, owner]) {
      const chain = stakingChain()
      giveStake(chain, { ...position, coldkey }, 10n * TAO)
      chain.ctx.storage.subtensor.nominatorMinRequiredStake.set(10_000_000n)
      chain.commit()
      calls.removeStake.run(chain.ctx, signed(coldkey), {
        hotkey,
        netuid: 1,
        amountUnstaked: 10n * TAO - 1_000_000n,
      })
      const isNominator = coldkey === nominator
      expect(eventNames(chain).filter((name) => name === REMOVED)).toHaveLength(isNominator ? 2 : 1)
      const left = stakeOf(chain.ctx, { ...position, coldkey })
      expect(left).toBe(isNominator ? 0n : 1_000_000n)
    }
  })

  it('drops announced children of a hotkey below the stake threshold', () => {
    const chain = stakingChain()
    giveStake(chain, position, 10n * TAO)
    const s = chain.ctx.storage.subtensor
    s.pendingChildKeys.set(2, hotkey, [[], 9n])
    s.stakeThreshold.set(TAO)
    calls.removeStake.run(chain.ctx, origin, { hotkey, netuid: 1, amountUnstaked: 10n * TAO })
    expect(s.pendingChildKeys.exists(2, hotkey)).toBe(false)
  })

  it('brings the record of a lock up to date', () => {
    const chain = stakingChain()
    giveStake(chain, position, 10n * TAO)
    setLock(chain, nominator, 1, TAO)
    chain.ctx.blockNumber = 1_000
    calls.removeStake.run(chain.ctx, origin, { hotkey, netuid: 1, amountUnstaked: 5n * TAO })
    const lock = chain.ctx.storage.subtensor.lock.get(nominator, 1, hotkey)
    expect(lock?.lastUpdate).toBe(1_000n)
    expect(lock?.lockedMass).toBeLessThan(TAO)
  })
})

describe('unstake_all and unstake_all_alpha', () => {
  it('skip what may not be unstaked and sell the rest in the order of the subnets', () => {
    const chain = stakingChain()
    for (const netuid of [0, 1, 2]) giveStake(chain, { ...position, netuid }, 10n * TAO)
    chain.ctx.storage.subtensor.subtokenEnabled.set(1, false)
    chain.commit()
    calls.unstakeAll.run(chain.ctx, origin, { hotkey })
    expect(eventNames(chain).filter((name) => name === REMOVED)).toHaveLength(2)
    expect(stakeOf(chain.ctx, position)).toBe(10n * TAO)
  })

  it('succeed with nothing to do, unless the proceeds go to root', () => {
    const chain = stakingChain()
    calls.unstakeAll.run(chain.ctx, origin, { hotkey })
    expect(eventNames(chain)).toEqual([])
  })

  it('stake the proceeds on root even while staking there is closed', () => {
    const chain = stakingChain()
    for (const netuid of [0, 1, 2]) giveStake(chain, { ...position, netuid }, 10n * TAO)
    chain.ctx.storage.subtensor.subtokenEnabled.set(0, false)
    chain.commit()
    calls.unstakeAllAlpha.run(chain.ctx, origin, { hotkey })
    const names = eventNames(chain)
    expect(names.filter((name) => name === REMOVED)).toHaveLength(2)
    expect(names.at(-1)).toBe(ADDED)
    expect(stakeOf(chain.ctx, { ...position, netuid: 0 })).toBeGreaterThan(24n * TAO)
  })
})

const MOVE = { originNetuid: 1, destinationNetuid: 1, alphaAmount: 10n * TAO }

describe('move_stake, transfer_stake and swap_stake', () => {
  it('move within a subnet without trade or fee', () => {
    const chain = stakingChain()
    giveStake(chain, position, 10n * TAO)
    const tao = chain.ctx.storage.subtensor.subnetTao.get(1)
    chain.commit()
    calls.moveStake.run(chain.ctx, origin, {
      ...MOVE,
      originHotkey: hotkey,
      destinationHotkey: secondHotkey,
    })
    expect(eventNames(chain)).toEqual([REMOVED, ADDED, 'SubtensorModule.StakeMoved'])
    expectLastEvent(chain, events.StakeMoved, [nominator, hotkey, 1, secondHotkey, 1, 5n * TAO])
    expect(stakeOf(chain.ctx, { ...position, hotkey: secondHotkey })).toBe(10n * TAO)
    expect(chain.ctx.storage.subtensor.subnetTao.get(1)).toBe(tao)
  })

  it('take the fee on the sale when stake leaves a pool, and on the purchase when it leaves root', () => {
    const chain = stakingChain()
    giveStake(chain, position, 10n * TAO)
    giveStake(chain, { ...position, netuid: 0 }, 10n * TAO)
    const swap = (originNetuid: number, destinationNetuid: number) =>
      calls.swapStake.run(chain.ctx, origin, {
        hotkey,
        originNetuid,
        destinationNetuid,
        alphaAmount: 10n * TAO,
      })
    chain.commit()
    swap(1, 2)
    expect(chain.ctx.storage.alphaAssets.alphaBurned.get(1)).toBe(5_035_477n)
    expect(freeBalance(chain.ctx, BURN_ACCOUNT)).toBe(TAO)
    swap(0, 1)
    expect(freeBalance(chain.ctx, BURN_ACCOUNT)).toBe(TAO + 5_035_477n)
  })

  it('give stake to another coldkey across subnets through its free balance', () => {
    const chain = stakingChain()
    giveStake(chain, position, 10n * TAO)
    chain.commit()
    calls.transferStake.run(chain.ctx, origin, {
      ...MOVE,
      destinationColdkey: owner,
      hotkey,
      destinationNetuid: 2,
    })
    expect(eventNames(chain)).toEqual([
      TRANSFER,
      REMOVED,
      TRANSFER,
      TRANSFER,
      TRANSFER,
      ADDED,
      'SubtensorModule.StakeTransferred',
    ])
    expect(stakeOf(chain.ctx, { hotkey, coldkey: owner, netuid: 2 })).toBeGreaterThan(4n * TAO)
  })

  it('hand over locked alpha to an account that accepts it', () => {
    const chain = stakingChain()
    const s = chain.ctx.storage.subtensor
    giveStake(chain, position, 10n * TAO)
    setLock(chain, nominator, 1, 4n * TAO)
    s.decayingHotkeyLock.set(1, hotkey, { lockedMass: 4n * TAO, conviction: 0n, lastUpdate: 1n })
    s.accountFlags.set(owner, 1n)
    calls.transferStake.run(chain.ctx, origin, {
      ...MOVE,
      destinationColdkey: owner,
      hotkey,
      alphaAmount: 7n * TAO,
    })
    expect(s.lock.get(nominator, 1, hotkey)?.lockedMass).toBe(3n * TAO)
    expect(s.lock.get(owner, 1, hotkey)?.lockedMass).toBe(TAO)
    expect(s.decayingHotkeyLock.get(1, hotkey)?.lockedMass).toBe(4n * TAO)
  })
})

describe('recycle_alpha and burn_alpha', () => {
  it('differ in what stays outstanding', () => {
    const chain = stakingChain()
    giveStake(chain, position, 10n * TAO)
    const { alphaAssets, subtensor } = chain.ctx.storage
    alphaAssets.totalAlphaIssuance.set(1, 10n * TAO)
    const args = { hotkey, amount: 3n * TAO, netuid: 1 }
    calls.recycleAlpha.run(chain.ctx, origin, args)
    expectLastEvent(chain, events.AlphaRecycled, [nominator, hotkey, 3n * TAO, 1])
    expect(subtensor.subnetAlphaOut.get(1)).toBe(7n * TAO)
    expect(alphaAssets.totalAlphaIssuance.get(1)).toBe(7n * TAO)
    calls.burnAlpha.run(chain.ctx, origin, { ...args, amount: 99n * TAO })
    expectLastEvent(chain, events.AlphaBurned, [nominator, hotkey, 7n * TAO, 1])
    expect(subtensor.subnetAlphaOut.get(1)).toBe(7n * TAO)
    expect(alphaAssets.alphaBurned.get(1)).toBe(7n * TAO)
  })

  it('burn what add_stake_burn bought', () => {
    const chain = stakingChain()
    const args = { hotkey, netuid: 1, amount: TAO, limit: undefined }
    calls.addStakeBurn.run(chain.ctx, origin, args)
    expect(eventNames(chain)).toEqual([
      TRANSFER,
      TRANSFER,
      ADDED,
      'SubtensorModule.AlphaBurned',
      'SubtensorModule.AddStakeBurn',
    ])
    expectLastEvent(chain, events.AddStakeBurn, { netuid: 1, hotkey, amount: TAO, alpha: ALPHA })
    expect(stakeOf(chain.ctx, position)).toBe(0n)
  })
})
