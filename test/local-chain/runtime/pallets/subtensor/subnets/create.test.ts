/**
 * Goal: registering and starting a subnet has the documented effects, and every refusal leaves the
 * state as it was.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { NONE, type Origin, ROOT, signed } from '../../../../../../local-chain/frame/origin.ts'
import { freeBalance } from '../../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/subnets/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import { createHotkeyIfUnknown } from '../../../../../../local-chain/runtime/pallets/subtensor/hotkeys.ts'
import { rootRegister } from '../../../../../../local-chain/runtime/pallets/subtensor/neurons/root-registration.ts'
import { subnetAccountId } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { eventNames, expectLastEvent, expectNoop } from '../../../../../support/runtime.ts'
import {
  broke,
  miner,
  minerHotkey,
  NETUID,
  owner,
  ownerHotkey,
  subnetChain,
  TAO,
  withSubnet,
} from './subnet-chain.ts'

const IDENTITY = {
  subnetName: new Uint8Array(),
  githubRepo: new Uint8Array(),
  subnetContact: new Uint8Array(),
  subnetUrl: new Uint8Array(),
  discord: new Uint8Array(),
  description: new Uint8Array(),
  logoUrl: new Uint8Array(),
  additional: new Uint8Array(),
}

describe('register_network', () => {
  it('makes netuid 2, whose whole lock is the pool', () => {
    const { ctx } = withSubnet()
    const s = ctx.storage.subtensor
    expect(s.networksAdded.get(NETUID)).toBe(true)
    expect(s.totalNetworks.get()).toBe(3)
    expect(s.subnetOwner.get(NETUID)).toBe(owner)
    expect(s.subnetOwnerHotkey.get(NETUID)).toBe(ownerHotkey)
    expect(s.keys.get(NETUID, 0)).toBe(ownerHotkey)
    expect(s.subnetTao.get(NETUID)).toBe(1_000n * TAO)
    // The only other price is netuid 1's, 1 TAO.
    expect(s.subnetAlphaIn.get(NETUID)).toBe(1_000n * TAO)
    expect(s.subnetAlphaOut.get(NETUID)).toBe(0n)
    expect(s.totalHotkeyAlpha.exists(ownerHotkey, NETUID)).toBe(false)
    expect(s.subnetLocked.get(NETUID)).toBe(1_000n * TAO)
    expect(s.networkLastLockCost.get()).toBe(1_000n * TAO)
    expect(freeBalance(ctx, subnetAccountId(NETUID))).toBe(1_000n * TAO)
    expect(freeBalance(ctx, owner)).toBe(99_000n * TAO)
    expect(s.burn.get(NETUID)).toBe(TAO)
    expect(s.subtokenEnabled.get(NETUID)).toBe(false)
    expect(s.subnetEmissionEnabled.get(NETUID)).toBe(false)
  })

  it('staggers the first epoch by netuid', () => {
    const chain = subnetChain()
    chain.ctx.blockNumber = 1_000
    withSubnet(chain)
    expect(chain.ctx.storage.subtensor.lastEpochBlock.get(NETUID)).toBe(998n)
  })

  it("emits its events in the chain's order", () => {
    const chain = subnetChain()
    calls.registerNetworkWithIdentity.run(chain.ctx, signed(owner), {
      hotkey: ownerHotkey,
      identity: IDENTITY,
    })
    expect(eventNames(chain)).toEqual([
      'SubtensorModule.RegistrationAllowed',
      'SubtensorModule.MaxAllowedUidsSet',
      'SubtensorModule.MaxAllowedValidatorsSet',
      'SubtensorModule.MinAllowedWeightSet',
      'SubtensorModule.ImmunityPeriodSet',
      'System.NewAccount',
      'Balances.Endowed',
      'Balances.Transfer',
      'SubtensorModule.SubnetOwnerHotkeySet',
      'SubtensorModule.SubnetIdentitySet',
      'SubtensorModule.NetworkAdded',
    ])
    expectLastEvent(chain, events.NetworkAdded, [NETUID, 1])
  })

  it("makes root validators parents of the owner's hotkey", () => {
    const chain = subnetChain()
    const s = chain.ctx.storage.subtensor
    rootRegister(chain.ctx, miner, minerHotkey)
    withSubnet(chain)
    expect(s.parentKeys.get(ownerHotkey, NETUID)).toEqual([[2n ** 64n - 1n, minerHotkey]])
    expect(s.childKeys.get(minerHotkey, NETUID)).toEqual([[2n ** 64n - 1n, ownerHotkey]])
    expect(s.transactionKeyLastBlock.get(minerHotkey, NETUID, 0)).toBe(1n)
  })

  it('leaves root validators alone that do not want to', () => {
    const chain = subnetChain()
    const s = chain.ctx.storage.subtensor
    rootRegister(chain.ctx, miner, minerHotkey)
    s.autoParentDelegationEnabled.set(minerHotkey, false)
    withSubnet(chain)
    expect(s.parentKeys.exists(ownerHotkey, NETUID)).toBe(false)
  })

  const register = (chain = subnetChain(), coldkey = owner, hotkey = ownerHotkey) =>
    calls.registerNetwork.run(chain.ctx, signed(coldkey), { hotkey })

  it('wants a signer', () => {
    const chain = subnetChain()
    for (const origin of [ROOT, NONE]) {
      const body = () => calls.registerNetwork.run(chain.ctx, origin, { hotkey: ownerHotkey })
      expectNoop(chain, body, 'BadOrigin')
    }
  })

  it("refuses a hotkey of somebody else, and a subnet's account", () => {
    const chain = subnetChain()
    createHotkeyIfUnknown(chain.ctx, miner, minerHotkey)
    expectNoop(chain, () => register(chain, owner, minerHotkey), errors.NonAssociatedColdKey)
    const account = subnetAccountId(7)
    expectNoop(chain, () => register(chain, owner, account), errors.CannotUseSystemAccount)
  })

  it('refuses before the start block and within the rate limit', () => {
    const early = subnetChain()
    early.ctx.storage.subtensor.networkRegistrationStartBlock.set(2n)
    expectNoop(early, () => register(early), errors.SubNetRegistrationDisabled)

    const soon = withSubnet()
    soon.ctx.blockNumber = 7_200
    expectNoop(soon, () => register(soon), errors.NetworkTxRateLimitExceeded)
    soon.ctx.blockNumber = 7_201
    register(soon)
    expect(soon.ctx.storage.subtensor.networksAdded.get(3)).toBe(true)
  })

  it('has no rate limit in the fast profile, and a tempo of 10', () => {
    const chain = withSubnet(subnetChain('fast'))
    register(chain)
    expect(chain.ctx.storage.subtensor.tempo.get(3)).toBe(10)
  })

  it('refuses when nothing may be pruned, or the coldkey cannot pay', () => {
    const full = subnetChain()
    full.ctx.storage.subtensor.subnetLimit.set(1)
    expectNoop(full, () => register(full), errors.SubnetLimitReached)
    const chain = subnetChain()
    expectNoop(chain, () => register(chain, broke), errors.CannotAffordLockCost)
  })

  it('leaves the owner the existential deposit and counts what it got', () => {
    const chain = subnetChain()
    const { system } = chain.ctx.storage
    const account = system.account.get(owner)
    system.account.set(owner, { ...account, data: { ...account.data, free: 1_000n * TAO } })
    register(chain)
    const s = chain.ctx.storage.subtensor
    expect(freeBalance(chain.ctx, owner)).toBe(500n)
    expect(s.subnetLocked.get(NETUID)).toBe(1_000n * TAO - 500n)
    expect(s.subnetTao.get(NETUID)).toBe(1_000n * TAO)
  })

  it('undoes everything for an identity that is too long', () => {
    const chain = subnetChain()
    const identity = { ...IDENTITY, subnetName: new Uint8Array(257) }
    const body = () =>
      calls.registerNetworkWithIdentity.run(chain.ctx, signed(owner), {
        hotkey: ownerHotkey,
        identity,
      })
    expectNoop(chain, body, errors.InvalidIdentity)
  })
})

describe('start_call', () => {
  const start = (chain = withSubnet(), origin: Origin = signed(owner), netuid = NETUID) =>
    calls.startCall.run(chain.ctx, origin, { netuid })

  it('opens trading from the next block on', () => {
    const chain = withSubnet()
    start(chain)
    const s = chain.ctx.storage.subtensor
    expect(s.subtokenEnabled.get(NETUID)).toBe(true)
    expect(s.firstEmissionBlockNumber.get(NETUID)).toBe(2n)
    expectLastEvent(chain, events.FirstEmissionBlockNumberSet, [NETUID, 2n])
  })

  it('refuses without a trace', () => {
    const chain = withSubnet()
    expectNoop(chain, () => start(chain, signed(owner), 9), errors.SubnetNotExists)
    expectNoop(chain, () => start(chain, signed(miner)), 'BadOrigin')
    expectNoop(chain, () => start(chain, ROOT), 'BadOrigin')
    chain.ctx.storage.subtensor.startCallDelay.set(5n)
    expectNoop(chain, () => start(chain), errors.NeedWaitingMoreBlocksToStarCall)
    chain.ctx.blockNumber = 6
    start(chain)
    expectNoop(chain, () => start(chain), errors.FirstEmissionBlockNumberAlreadySet)
  })
})

describe('set_subnet_identity', () => {
  const set = (chain = withSubnet(), origin = signed(owner), over = {}) =>
    calls.setSubnetIdentity.run(chain.ctx, origin, { netuid: NETUID, ...IDENTITY, ...over })

  it('stores the eight fields', () => {
    const chain = withSubnet()
    const subnetName = new TextEncoder().encode('mine')
    set(chain, signed(owner), { subnetName })
    expect(chain.ctx.storage.subtensor.subnetIdentitiesV3.get(NETUID)).toEqual({
      ...IDENTITY,
      subnetName,
    })
    expectLastEvent(chain, events.SubnetIdentitySet, NETUID)
  })

  it.each([
    ['subnetName', 256],
    ['githubRepo', 1024],
    ['subnetContact', 1024],
    ['subnetUrl', 1024],
    ['discord', 256],
    ['description', 1024],
    ['logoUrl', 1024],
    ['additional', 1024],
  ])('takes %s up to %i bytes', (field, size) => {
    const chain = withSubnet()
    set(chain, signed(owner), { [field]: new Uint8Array(size) })
    const over = { [field]: new Uint8Array(size + 1) }
    expectNoop(chain, () => set(chain, signed(owner), over), errors.InvalidIdentity)
  })

  it('is for the owner only', () => {
    const chain = withSubnet()
    expectNoop(chain, () => set(chain, signed(miner)), errors.NotSubnetOwner)
  })
})
