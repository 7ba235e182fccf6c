/**
 * Goal: registration of neurons: what is paid, what is written, and refusals without a trace.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { NONE, ROOT, signed } from '../../../../../../local-chain/frame/origin.ts'
import { freeBalance } from '../../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/registration/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import { createHotkeyIfUnknown } from '../../../../../../local-chain/runtime/pallets/subtensor/hotkeys.ts'
import { subnetAccountId } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { eventNames, expectLastEvent, expectNoop } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import {
  addNeurons,
  broke,
  hotkeyNumber,
  miner,
  minerHotkey,
  NETUID,
  otherHotkey,
  owner,
  poor,
  subnetChain,
  TAO,
  withSubnet,
} from '../subnets/subnet-chain.ts'

const register = (
  chain = withSubnet(),
  hotkey: AccountId = minerHotkey,
  coldkey = miner,
  netuid = NETUID,
) => calls.burnedRegister.run(chain.ctx, signed(coldkey), { netuid, hotkey })

describe('burned_register', () => {
  it('pays the price into the pool, destroys the alpha it bought and raises the price', () => {
    const chain = withSubnet()
    const s = chain.ctx.storage.subtensor
    const alphaIn = s.subnetAlphaIn.get(NETUID)
    register(chain)
    // 33 parts of 65535 of 1 TAO stay in the account as the swap's fee.
    const fee = 503_547n
    expect(freeBalance(chain.ctx, miner)).toBe(99_999n * TAO)
    expect(freeBalance(chain.ctx, subnetAccountId(NETUID))).toBe(1_001n * TAO)
    expect(s.subnetTao.get(NETUID)).toBe(1_001n * TAO - fee)
    expect(s.subnetAlphaIn.get(NETUID)).toBeLessThan(alphaIn)
    expect(s.subnetAlphaOut.get(NETUID)).toBe(0n)
    expect(s.subnetVolume.get(NETUID)).toBe(TAO)
    expect(s.subnetTaoFlow.get(NETUID)).toBe(TAO)
    expect(s.raoRecycledForRegistration.get(NETUID)).toBe(TAO)
    expect(s.burn.get(NETUID)).toBe(1_260_000_000n)
    expect(s.registrationsThisBlock.get(NETUID)).toBe(1)
    expect(s.owner.get(minerHotkey)).toBe(miner)
    expect(s.uids.get(NETUID, minerHotkey)).toBe(1)
    expect(eventNames(chain)).toEqual([
      'Balances.Transfer',
      'SubtensorModule.RAORecycledForRegistrationSet',
      'SubtensorModule.NeuronRegistered',
    ])
    expectLastEvent(chain, events.NeuronRegistered, [NETUID, 1, minerHotkey])
  })

  it.skipIf(!hasShared)('costs the recorded prices, one after the other', () => {
    const { defaults_bump: recorded } = sharedJson<{
      defaults_bump: { prices_paid_in_one_block: string[] }
    }>('vectors/subnets/burn_pricing.json')
    const chain = withSubnet()
    const prices = recorded.prices_paid_in_one_block.slice(0, 10)
    for (const [i, price] of prices.entries()) {
      expect(chain.ctx.storage.subtensor.burn.get(NETUID)).toBe(BigInt(price))
      register(chain, hotkeyNumber(i))
    }
  })

  it('replaces the neuron with least emission when the subnet is full', () => {
    const chain = withSubnet()
    addNeurons(chain, 2)
    const s = chain.ctx.storage.subtensor
    s.maxAllowedUids.set(NETUID, 3)
    s.emission.set(NETUID, [0n, 2n, 1n])
    register(chain)
    expect(s.keys.get(NETUID, 2)).toBe(minerHotkey)
    expect(s.subnetworkN.get(NETUID)).toBe(3)
  })

  it('refuses without a trace', () => {
    const chain = withSubnet()
    const s = chain.ctx.storage.subtensor
    for (const origin of [ROOT, NONE]) {
      const body = () =>
        calls.burnedRegister.run(chain.ctx, origin, { netuid: NETUID, hotkey: minerHotkey })
      expectNoop(chain, body, 'BadOrigin')
    }
    const on = (netuid: number) => () => register(chain, minerHotkey, miner, netuid)
    expectNoop(chain, on(0), errors.RegistrationNotPermittedOnRootSubnet)
    expectNoop(chain, on(9), errors.SubnetNotExists)
    expectNoop(chain, () => register(chain, minerHotkey, broke), errors.NotEnoughBalanceToStake)
    expectNoop(chain, () => register(chain, minerHotkey, poor), errors.NotEnoughBalanceToStake)
    const account = subnetAccountId(3)
    expectNoop(chain, () => register(chain, account), errors.CannotUseSystemAccount)
    createHotkeyIfUnknown(chain.ctx, owner, otherHotkey)
    expectNoop(chain, () => register(chain, otherHotkey), errors.NonAssociatedColdKey)
    register(chain)
    expectNoop(chain, () => register(chain), errors.HotKeyAlreadyRegisteredInSubNet)

    s.maxAllowedUids.set(NETUID, 0)
    expectNoop(chain, () => register(chain, hotkeyNumber(1)), errors.NoNeuronIdAvailable)
    s.maxAllowedUids.set(NETUID, 2)
    chain.ctx.blockNumber = 20_000
    expectNoop(chain, () => register(chain, hotkeyNumber(1)), errors.NoNeuronIdAvailable)
    s.networkRegistrationAllowed.set(NETUID, false)
    expectNoop(chain, () => register(chain, hotkeyNumber(1)), errors.SubNetRegistrationDisabled)
  })

  it('refuses a balance that covers the price but not the existential deposit', () => {
    const chain = withSubnet()
    const { system } = chain.ctx.storage
    const account = system.account.get(miner)
    chain.ctx.storage.subtensor.burn.set(NETUID, 400n)
    system.account.set(miner, { ...account, data: { ...account.data, free: 500n } })
    expectNoop(chain, () => register(chain), errors.InsufficientBalance)
  })
})

describe('register', () => {
  it('is the same, paid by the signer; work and coldkey do not matter', () => {
    const chain = withSubnet()
    calls.register.run(chain.ctx, signed(miner), {
      netuid: NETUID,
      blockNumber: 77n,
      nonce: 1n,
      work: new Uint8Array(),
      hotkey: minerHotkey,
      coldkey: owner,
    })
    expect(chain.ctx.storage.subtensor.owner.get(minerHotkey)).toBe(miner)
    expect(chain.ctx.storage.subtensor.uids.get(NETUID, minerHotkey)).toBe(1)
  })
})

describe('register_limit', () => {
  const at = (limitPrice: bigint, netuid = NETUID, chain = withSubnet()) =>
    calls.registerLimit.run(chain.ctx, signed(miner), { netuid, hotkey: minerHotkey, limitPrice })

  it('registers at the limit and refuses above it', () => {
    const chain = withSubnet()
    expectNoop(chain, () => at(TAO - 1n, NETUID, chain), errors.RegistrationPriceLimitExceeded)
    expectNoop(chain, () => at(TAO, 0, chain), errors.RegistrationNotPermittedOnRootSubnet)
    expectNoop(chain, () => at(TAO, 9, chain), errors.SubnetNotExists)
    at(TAO, NETUID, chain)
    expect(chain.ctx.storage.subtensor.uids.get(NETUID, minerHotkey)).toBe(1)
  })
})

describe('root_register', () => {
  const seat = (chain = subnetChain(), hotkey: AccountId = minerHotkey) =>
    calls.rootRegister.run(chain.ctx, signed(miner), { hotkey })

  it('appends a seat and makes the hotkey a delegate', () => {
    const chain = subnetChain()
    seat(chain)
    const s = chain.ctx.storage.subtensor
    expect(s.keys.get(0, 0)).toBe(minerHotkey)
    expect(s.delegates.get(minerHotkey)).toBe(11_796)
    expect(s.registrationsThisInterval.get(0)).toBe(1)
    expectLastEvent(chain, events.NeuronRegistered, [0, 0, minerHotkey])
  })

  it('needs no ownership', () => {
    const chain = subnetChain()
    createHotkeyIfUnknown(chain.ctx, owner, otherHotkey)
    seat(chain, otherHotkey)
    expect(chain.ctx.storage.subtensor.uids.get(0, otherHotkey)).toBe(0)
  })

  it('takes the seat of the least staked when all are taken', () => {
    const chain = subnetChain()
    const s = chain.ctx.storage.subtensor
    s.maxAllowedUids.set(0, 2)
    s.maxRegistrationsPerBlock.set(0, 10)
    s.targetRegistrationsPerInterval.set(0, 10)
    const [a, b, c] = [hotkeyNumber(1), hotkeyNumber(2), hotkeyNumber(3)]
    seat(chain, a)
    seat(chain, b)
    s.totalHotkeyAlpha.set(a, 0, 10n)
    s.totalHotkeyAlpha.set(b, 0, 9n)
    s.totalHotkeyAlpha.set(c, 0, 9n)
    expectNoop(chain, () => seat(chain, c), errors.StakeTooLowForRoot)
    s.totalHotkeyAlpha.set(c, 0, 10n)
    seat(chain, c)
    expect(s.keys.get(0, 1)).toBe(c)
    expect(s.uids.exists(0, b)).toBe(false)
  })

  it('refuses without a trace', () => {
    const chain = subnetChain()
    const s = chain.ctx.storage.subtensor
    const account = subnetAccountId(3)
    expectNoop(chain, () => seat(chain, account), errors.CannotUseSystemAccount)
    seat(chain)
    expectNoop(chain, () => seat(chain, otherHotkey), errors.TooManyRegistrationsThisBlock)
    s.registrationsThisBlock.set(0, 0)
    expectNoop(chain, () => seat(chain), errors.HotKeyAlreadyRegisteredInSubNet)
    s.registrationsThisInterval.set(0, 3)
    expectNoop(chain, () => seat(chain, otherHotkey), errors.TooManyRegistrationsThisInterval)
    s.networksAdded.remove(0)
    expectNoop(chain, () => seat(chain, otherHotkey), errors.RootNetworkDoesNotExist)
  })
})

describe('try_associate_hotkey', () => {
  it('claims a free hotkey and leaves an owned one', () => {
    const chain = subnetChain()
    const claim = (coldkey: AccountId, hotkey: AccountId) =>
      calls.tryAssociateHotkey.run(chain.ctx, signed(coldkey), { hotkey })
    claim(miner, minerHotkey)
    claim(owner, minerHotkey)
    expect(chain.ctx.storage.subtensor.owner.get(minerHotkey)).toBe(miner)
    expect(chain.ctx.storage.subtensor.ownedHotkeys.get(miner)).toEqual([minerHotkey])
    const account = subnetAccountId(1)
    expectNoop(chain, () => claim(miner, account), errors.CannotUseSystemAccount)
    expect(chain.ctx.events.records).toEqual([])
  })
})

describe('set_identity', () => {
  const empty = new Uint8Array()
  const identity = {
    name: empty,
    url: empty,
    githubRepo: empty,
    image: empty,
    discord: empty,
    description: empty,
    additional: empty,
  }
  const set = (chain = withSubnet(), coldkey = owner, over = {}) =>
    calls.setIdentity.run(chain.ctx, signed(coldkey), { ...identity, ...over })

  it.each([
    ['name', 256],
    ['url', 256],
    ['githubRepo', 256],
    ['image', 1024],
    ['discord', 256],
    ['description', 1024],
    ['additional', 1024],
  ])('takes %s up to %i bytes', (field, size) => {
    const chain = withSubnet()
    set(chain, owner, { [field]: new Uint8Array(size) })
    expectLastEvent(chain, events.ChainIdentitySet, owner)
    const over = { [field]: new Uint8Array(size + 1) }
    expectNoop(chain, () => set(chain, owner, over), errors.InvalidIdentity)
  })

  it('is for coldkeys with a registered hotkey', () => {
    const chain = withSubnet()
    expectNoop(chain, () => set(chain, miner), errors.HotKeyNotRegisteredInNetwork)
  })
})
