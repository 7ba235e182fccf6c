/**
 * Goal: a year-old subnet goes to the owner of the hotkey with most conviction, and only then.
 * Method: the rules of `../shared/spec/staking.md` section 14 on small states.
 */
import { describe, expect, it } from 'vitest'
import { changeSubnetOwnerIfNeeded } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/subnet-owner.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import {
  eventNames,
  expectLastEvent,
  testAccount,
  testChain,
} from '../../../../../support/runtime.ts'

const NETUID = 1
const YEAR = 2_629_800
const oldCold = testAccount(1)
const oldHot = testAccount(2)
const kingCold = testAccount(3)
const king = testAccount(4)

/** A subnet of a year with 1,000 alpha outstanding and perpetual locks on two hotkeys. */
function lockedChain(kingMass: bigint) {
  const chain = testChain()
  const s = chain.ctx.storage.subtensor
  chain.ctx.blockNumber = YEAR
  s.maxAllowedUids.set(NETUID, 8)
  s.subnetAlphaOut.set(NETUID, 1_000_000n)
  s.subnetOwner.set(NETUID, oldCold)
  s.subnetOwnerHotkey.set(NETUID, oldHot)
  s.owner.set(oldHot, oldCold)
  s.owner.set(king, kingCold)
  const lock = (mass: bigint) => ({
    lockedMass: mass,
    conviction: mass << 64n,
    lastUpdate: BigInt(YEAR),
  })
  s.ownerLock.set(NETUID, lock(40_000n))
  s.hotkeyLock.set(NETUID, king, lock(kingMass))
  return { chain, s }
}

describe('changeSubnetOwnerIfNeeded', () => {
  it('makes the king the owner, registers it, and swaps the buckets', () => {
    const { chain, s } = lockedChain(60_000n)
    changeSubnetOwnerIfNeeded(chain.ctx, NETUID)
    expect(s.subnetOwner.get(NETUID)).toBe(kingCold)
    expect(s.subnetOwnerHotkey.get(NETUID)).toBe(king)
    expect(s.uids.get(NETUID, king)).toBe(0)
    expect(s.ownerLock.get(NETUID)?.lockedMass).toBe(60_000n)
    expect(s.hotkeyLock.exists(NETUID, king)).toBe(false)
    expect(s.hotkeyLock.get(NETUID, oldHot)?.lockedMass).toBe(40_000n)
    expectLastEvent(chain, events.SubnetOwnerChanged, {
      netuid: NETUID,
      oldColdkey: oldCold,
      newColdkey: kingCold,
    })
  })

  it.each([
    { why: 'all conviction together is below a tenth of the alpha', mass: 59_999n, age: YEAR },
    { why: 'the subnet is a block too young', mass: 60_000n, age: YEAR - 1 },
    { why: 'the owner hotkey has most of it', mass: 39_000n, age: YEAR, alphaOut: 1_000n },
  ])('leaves the owner where $why', ({ mass, age, alphaOut }) => {
    const { chain, s } = lockedChain(mass)
    if (alphaOut !== undefined) s.subnetAlphaOut.set(NETUID, alphaOut)
    chain.ctx.blockNumber = age
    changeSubnetOwnerIfNeeded(chain.ctx, NETUID)
    expect(s.subnetOwner.get(NETUID)).toBe(oldCold)
    expect(eventNames(chain)).toEqual([])
  })

  it('leaves the owner where the subnet has no place for the king', () => {
    const { chain, s } = lockedChain(60_000n)
    s.maxAllowedUids.set(NETUID, 0)
    changeSubnetOwnerIfNeeded(chain.ctx, NETUID)
    expect(s.subnetOwner.get(NETUID)).toBe(oldCold)
    expect(s.hotkeyLock.get(NETUID, king)?.lockedMass).toBe(60_000n)
  })
})
