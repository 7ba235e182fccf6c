/**
 * Goal: a dissolved subnet pays its stakers to the last rao and leaves behind only what the chain
 * leaves behind.
 *
 * @module
 */

import { describe, expect, it } from 'vitest'
import { ROOT, signed } from '../../../../../../local-chain/frame/origin.ts'
import { U16Pairs } from '../../../../../../local-chain/frame/u16-pairs.ts'
import { freeBalance } from '../../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/subnets/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import { increaseStake } from '../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import {
  type Claimant,
  dividePot,
} from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/dissolve-payout.ts'
import { subnetAccountId } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { expectLastEvent, expectNoop, type TestChain } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import {
  addNeurons,
  miner,
  minerHotkey,
  NETUID,
  owner,
  ownerHotkey,
  TAO,
  withSubnet,
} from './subnet-chain.ts'

interface PayoutCase {
  name: string
  pot_rao: number
  stakers: { coldkey: string; alpha: number }[]
  protocol_alpha: number
  payout: Record<string, number>
}

const dissolve = (chain: TestChain, netuid = NETUID) =>
  calls.rootDissolveNetwork.run(chain.ctx, ROOT, { netuid })

describe.skipIf(!hasShared)('payout', () => {
  const cases = hasShared
    ? sharedJson<{ cases: PayoutCase[] }>('vectors/subnets/dissolve.json').cases
    : []

  it.each(cases)('$name', ({ pot_rao: pot, stakers, protocol_alpha: protocol, payout }) => {
    const claimants: Claimant[] = stakers.map(({ coldkey, alpha }) => ({
      coldkey: coldkey as AccountId,
      alpha: BigInt(alpha),
    }))
    if (protocol > 0) claimants.push({ coldkey: undefined, alpha: BigInt(protocol) })
    const paid = dividePot(BigInt(pot), claimants)
    const byName = Object.fromEntries(
      paid.map(({ coldkey, tao }) => [coldkey ?? 'PROTOCOL', Number(tao)]),
    )
    for (const [name, tao] of Object.entries(payout)) expect(byName[name] ?? 0, name).toBe(tao)
  })

  it('leaves nothing of the pot', () => {
    const claimants = [3n, 5n, 7n].map((alpha, i) => ({ coldkey: String(i) as AccountId, alpha }))
    const paid = dividePot(1_000_003n, claimants)
    expect(paid.reduce((sum, { tao }) => sum + tao, 0n)).toBe(1_000_003n)
  })
})

describe('dissolve', () => {
  function stakedSubnet(): TestChain {
    const chain = withSubnet()
    const s = chain.ctx.storage.subtensor
    // As much outside the pool as in it: stakers get half, the pool's own half is recycled.
    increaseStake(chain.ctx, {
      hotkey: ownerHotkey,
      coldkey: miner,
      netuid: NETUID,
      amount: 1_000n * TAO,
    })
    s.subnetAlphaOut.set(NETUID, 1_000n * TAO)
    chain.commit()
    return chain
  }

  it('pays stakers from the pool into their free balance and recycles the rest', () => {
    const chain = stakedSubnet()
    const before = freeBalance(chain.ctx, miner)
    const issuance = chain.ctx.storage.balances.totalIssuance.get()
    // Registered at block 1, after the deployment of refunds at block 0: the pool's alpha counts.
    dissolve(chain)
    expect(freeBalance(chain.ctx, miner) - before).toBe(500n * TAO)
    expect(freeBalance(chain.ctx, subnetAccountId(NETUID))).toBe(500n)
    expect(issuance - chain.ctx.storage.balances.totalIssuance.get()).toBe(500n * TAO - 500n)
    expectLastEvent(chain, events.NetworkRemoved, NETUID)
  })

  it('drops unclaimed root dividends and keeps the emptied map', () => {
    const chain = stakedSubnet()
    const s = chain.ctx.storage.subtensor
    s.rootClaimable.set(minerHotkey, [[NETUID, 5n]])
    s.rootClaimed.set(NETUID, minerHotkey, miner, 7n)
    dissolve(chain)
    expect(s.rootClaimable.exists(minerHotkey)).toBe(true)
    expect(s.rootClaimable.get(minerHotkey)).toEqual([])
    expect(s.rootClaimed.exists(NETUID, minerHotkey, miner)).toBe(false)
  })

  it('removes neurons, settings and relations, but not what the next subnet inherits', () => {
    const chain = stakedSubnet()
    addNeurons(chain, 3)
    const s = chain.ctx.storage.subtensor
    s.registeredSubnetCounter.set(NETUID, 4n)
    s.minAllowedUids.set(NETUID, 5)
    s.ownerCutEnabled.set(NETUID, false)
    s.recycleOrBurn.set(NETUID, 'Recycle')
    s.adjustmentAlpha.set(NETUID, 6n)
    s.isNetworkMember.set(minerHotkey, NETUID, false)
    s.childKeys.set(minerHotkey, NETUID, [[1n, ownerHotkey]])
    s.transactionKeyLastBlock.set(owner, NETUID, 4, 9n)
    s.lastRateLimitedBlock.set({ type: 'SetSNOwnerHotkey', value: NETUID }, 3n)
    dissolve(chain)

    expect(s.networksAdded.exists(NETUID)).toBe(false)
    expect(s.totalNetworks.get()).toBe(2)
    for (const map of [s.keys, s.uids, s.blockAtRegistration]) {
      expect(map.entriesOf(NETUID)).toEqual([])
    }
    for (const item of [s.tempo, s.burn, s.subnetOwner, s.subnetTao, s.subnetLocked, s.emission]) {
      expect(item.exists(NETUID)).toBe(false)
    }
    expect(s.isNetworkMember.exists(ownerHotkey, NETUID)).toBe(false)
    expect(s.childKeys.exists(minerHotkey, NETUID)).toBe(false)
    expect(s.transactionKeyLastBlock.exists(owner, NETUID, 4)).toBe(false)

    expect(s.registeredSubnetCounter.get(NETUID)).toBe(4n)
    expect(s.minAllowedUids.get(NETUID)).toBe(5)
    expect(s.ownerCutEnabled.get(NETUID)).toBe(false)
    expect(s.recycleOrBurn.get(NETUID)).toBe('Recycle')
    expect(s.adjustmentAlpha.get(NETUID)).toBe(6n)
    expect(s.subnetEmissionEnabled.get(NETUID)).toBe(false)
    expect(s.isNetworkMember.exists(minerHotkey, NETUID)).toBe(true)
    expect(s.lastRateLimitedBlock.get({ type: 'SetSNOwnerHotkey', value: NETUID })).toBe(3n)
    expect(s.stakingHotkeys.get(miner)).toContain(ownerHotkey)
  })

  it('sets weights of root that name the subnet to 0', () => {
    const chain = stakedSubnet()
    const { weights } = chain.ctx.storage.subtensor
    weights.set(
      0,
      0,
      U16Pairs.of([
        [1, 7],
        [NETUID, 8],
      ]),
    )
    dissolve(chain)
    expect([...weights.get(0, 0)]).toEqual([
      [1, 7],
      [NETUID, 0],
    ])
  })

  it('is done by root, on subnets that exist, and never on root', () => {
    const chain = stakedSubnet()
    const asOwner = () =>
      calls.dissolveNetwork.run(chain.ctx, signed(owner), { coldkey: owner, netuid: NETUID })
    expectNoop(chain, asOwner, 'BadOrigin')
    expectNoop(chain, () => dissolve(chain, 9), errors.SubnetNotExists)
    expectNoop(chain, () => dissolve(chain, 0), errors.SubnetNotExists)
    calls.dissolveNetwork.run(chain.ctx, ROOT, { coldkey: miner, netuid: NETUID })
    expect(chain.ctx.storage.subtensor.networksAdded.exists(NETUID)).toBe(false)
  })

  it('makes room when the limit is reached, and its number is used again', () => {
    const chain = stakedSubnet()
    const s = chain.ctx.storage.subtensor
    s.subnetLimit.set(2)
    s.subnetMovingPrice.set(1, 2n << 32n)
    s.subnetMovingPrice.set(NETUID, 1n << 32n)
    chain.ctx.blockNumber = 1_296_001
    calls.registerNetwork.run(chain.ctx, signed(miner), { hotkey: minerHotkey })
    expect(s.subnetOwner.get(NETUID)).toBe(miner)
    expect(s.networkRegisteredAt.get(NETUID)).toBe(1_296_001n)
    expect(s.totalNetworks.get()).toBe(3)
  })
})
