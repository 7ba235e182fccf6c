/**
 * Goal: a leased subnet is paid for, shared, paid from and handed over as on the chain. Method: the rules
 * of `../shared/spec/subnets.md` 14 on the local network's genesis; the recorded series deep-misc play
 * whole leases in `../../../replay.test.ts`.
 */

import { describe, expect, it } from 'vitest'
import { signed } from '../../../../../../local-chain/frame/origin.ts'
import {
  devAccounts,
  RICH_RAO,
} from '../../../../../../local-chain/runtime/genesis/dev-accounts.ts'
import {
  leaseColdkey,
  leaseHotkey,
} from '../../../../../../local-chain/runtime/pallets/subtensor/leases/accounts.ts'
import { distributeLeaseDividends } from '../../../../../../local-chain/runtime/pallets/subtensor/leases/dividends.ts'
import {
  increaseStake,
  stakeOf,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { networkLockCost } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lock-cost.ts'
import { type AccountId, accountId } from '../../../../../../src/primitives/account-id.ts'
import { CallChain, runtimeCallOf } from '../../../../../support/call-chain.ts'
import { testAccount } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'

const { Alice, Bob, Charlie } = devAccounts
const TAO = 1_000_000_000n
const PROXY_DEPOSIT = 93_000_000n
const NETUID = 2
const COLDKEY = leaseColdkey(0)
const HOTKEY = leaseHotkey(0)
const OWN_HOTKEY = testAccount(0x0f)

/** A crowdloan of Alice's for a lease; Bob gives half of it and Charlie a tenth. */
function crowdloan(raised: bigint, terms: { emissionsShare: number; endBlock?: number }) {
  const chain = new CallChain({ networkRateLimit: 0n })
  const call = runtimeCallOf('SubtensorModule.register_leased_network', {
    endBlock: undefined,
    ...terms,
  })
  chain.must(Alice, 'Crowdloan.create', {
    deposit: (raised * 4n) / 10n,
    minContribution: TAO,
    cap: raised,
    end: 60_000,
    call,
    targetAddress: undefined,
  })
  chain.must(Bob, 'Crowdloan.contribute', { crowdloanId: 0, amount: raised / 2n })
  chain.must(Charlie, 'Crowdloan.contribute', { crowdloanId: 0, amount: raised })
  return chain
}

const finalize = (chain: CallChain) => chain.apply(Alice, 'Crowdloan.finalize', { crowdloanId: 0 })

function leased(terms: { emissionsShare: number; endBlock?: number }): CallChain {
  const chain = crowdloan(10_000n * TAO, terms)
  const result = finalize(chain)
  if (result !== 'ok') throw new Error(result)
  return chain
}

describe.skipIf(!hasShared)('accounts of a lease (skipped without ../shared)', () => {
  type Accounts = Record<'lease_coldkey' | 'lease_hotkey', Record<string, { hex: string }>>
  const accounts = hasShared
    ? sharedJson<Accounts>('vectors/subnets/accounts.json')
    : { lease_coldkey: {}, lease_hotkey: {} }
  it('follow from its id', () => {
    for (const [id, { hex }] of Object.entries(accounts.lease_coldkey)) {
      expect(leaseColdkey(Number(id))).toBe(hex)
    }
    for (const [id, { hex }] of Object.entries(accounts.lease_hotkey)) {
      expect(leaseHotkey(Number(id))).toBe(hex)
    }
  })
})

describe('register_leased_network', () => {
  it('is only for the call of a crowdloan that is being finalized', () => {
    const chain = new CallChain()
    const args = { emissionsShare: 20, endBlock: undefined }
    expect(chain.apply(Alice, 'SubtensorModule.register_leased_network', args)).toBe(
      'Crowdloan.InvalidCrowdloanId',
    )
  })

  it('makes the lease owner of a subnet that the creator runs', () => {
    const chain = leased({ emissionsShare: 20, endBlock: 500 })
    const s = chain.ctx.storage.subtensor
    expect(s.subnetOwner.get(NETUID)).toBe(COLDKEY)
    expect(s.subnetOwnerHotkey.get(NETUID)).toBe(HOTKEY)
    expect(s.delegates.get(HOTKEY)).toBe(0)
    expect(s.subnetUidToLeaseId.get(NETUID)).toBe(0)
    expect(s.nextSubnetLeaseId.get()).toBe(1)
    const cost = s.networkLastLockCost.get() + PROXY_DEPOSIT
    expect(s.subnetLeases.get(0)).toEqual({
      beneficiary: Alice,
      coldkey: COLDKEY,
      hotkey: HOTKEY,
      emissionsShare: 20,
      endBlock: 500,
      netuid: NETUID,
      cost,
    })
    expect(chain.ctx.storage.proxy.proxies.get(COLDKEY)).toEqual([
      [{ delegate: Alice, proxyType: 'SubnetLeaseBeneficiary', delay: 0 }],
      PROXY_DEPOSIT,
    ])
    expect(chain.events.slice(-2)).toEqual([
      'SubtensorModule.SubnetLeaseCreated',
      'Crowdloan.Finalized',
    ])
  })

  it('pays what it did not cost back by shares, floored; the creator gets the rest', () => {
    const chain = leased({ emissionsShare: 20 })
    const s = chain.ctx.storage.subtensor
    const raised = 10_000n * TAO
    const leftover = raised - (s.subnetLeases.get(0)?.cost ?? 0n)
    const tenth = (1n << 64n) / 10n
    // A tenth has no exact form, so a rao is lost here and there.
    expect(s.subnetLeaseShares.entriesOf(0).sort()).toEqual([
      [Bob, 1n << 63n],
      [Charlie, tenth],
    ])
    const ofCharlie = (leftover * tenth) >> 64n
    expect(chain.free(Bob)).toBe(RICH_RAO - raised / 2n + leftover / 2n)
    expect(chain.free(Charlie)).toBe(RICH_RAO - raised / 10n + ofCharlie)
    expect(chain.free(Alice)).toBe(
      RICH_RAO - (raised * 4n) / 10n + leftover - leftover / 2n - ofCharlie,
    )
    expect(chain.free(COLDKEY)).toBe(0n)
  })

  it('needs the lock cost and the deposit of the proxy', () => {
    const lock = networkLockCost(crowdloan(100n * TAO, { emissionsShare: 0 }).ctx)
    const tries: [bigint, string][] = [
      [lock - 10n, 'SubtensorModule.CannotAffordLockCost'],
      [lock + PROXY_DEPOSIT - 10n, 'Balances.InsufficientBalance'],
    ]
    for (const [raised, error] of tries) {
      const chain = crowdloan(raised, { emissionsShare: 0 })
      expect(finalize(chain)).toBe(error)
      expect(chain.ctx.storage.subtensor.networksAdded.get(NETUID)).toBe(false)
    }
  })

  it('ends later than now, if ever', () => {
    const chain = crowdloan(10_000n * TAO, { emissionsShare: 20, endBlock: 1 })
    expect(finalize(chain)).toBe('SubtensorModule.LeaseCannotEndInThePast')
  })
})

describe('dividends', () => {
  /** A started leased subnet whose owner cut of this block was just staked. */
  function paying(block: number, cut: bigint, terms = { emissionsShare: 20, endBlock: 1_000 }) {
    const chain = leased(terms)
    const { ctx } = chain
    ctx.blockNumber = block
    const position = { hotkey: HOTKEY, coldkey: COLDKEY, netuid: NETUID }
    increaseStake(ctx, { ...position, amount: cut })
    ctx.events.reset()
    distributeLeaseDividends(ctx, 0, cut)
    return chain
  }
  const stake = ({ ctx }: CallChain, coldkey: AccountId) =>
    stakeOf(ctx, { hotkey: HOTKEY, coldkey, netuid: NETUID })
  const waiting = ({ ctx }: CallChain) => ctx.storage.subtensor.accumulatedLeaseDividends.get(0)

  it('gather between the hundreds, rounded up', () => {
    const chain = paying(99, 101n)
    expect(waiting(chain)).toBe(21n)
    expect(chain.events).toEqual([])
  })

  it('are paid by share at the hundreds, each rounded up, the rest to the beneficiary', () => {
    const cut = 500n * TAO
    const chain = paying(200, cut)
    const total = cut / 5n
    const ofCharlie = total / 10n
    expect([stake(chain, Bob), stake(chain, Charlie), stake(chain, Alice)]).toEqual([
      total / 2n,
      ofCharlie,
      total - total / 2n - ofCharlie,
    ])
    expect(stake(chain, COLDKEY)).toBe(cut - total)
    expect(waiting(chain)).toBe(0n)
    const one = ['StakeRemoved', 'StakeAdded', 'SubnetLeaseDividendsDistributed']
    expect(chain.events).toEqual([...one, ...one, ...one].map((name) => `SubtensorModule.${name}`))
  })

  it('wait when one of them is too small to move', () => {
    // Charlie's tenth would be a rao below 0.002 TAO, the least that moves.
    const chain = paying(200, 5n * 19_999_990n)
    expect(waiting(chain)).toBe(19_999_990n)
    expect(stake(chain, Bob)).toBe(0n)
    expect(chain.events).toEqual([])
  })

  it('end with the lease', () => {
    const chain = paying(1_000, 500n * TAO)
    expect(waiting(chain)).toBe(0n)
    expect(chain.events).toEqual([])
  })
})

describe('terminate_lease', () => {
  const terminate = (chain: CallChain, who: AccountId, leaseId = 0) =>
    chain.apply(who, 'SubtensorModule.terminate_lease', { leaseId, hotkey: OWN_HOTKEY })

  it('is for the beneficiary, after the end, with a hotkey of his', () => {
    const chain = leased({ emissionsShare: 20, endBlock: 500 })
    const refusals = () => [
      terminate(chain, Alice, 1),
      terminate(chain, Bob),
      terminate(chain, Alice),
    ]
    const prefix = 'SubtensorModule.'
    expect(refusals()).toEqual([
      `${prefix}LeaseDoesNotExist`,
      `${prefix}ExpectedBeneficiaryOrigin`,
      `${prefix}LeaseHasNotEnded`,
    ])
    chain.ctx.blockNumber = 500
    expect(terminate(chain, Alice)).toBe(`${prefix}BeneficiaryDoesNotOwnHotkey`)
    expect(terminate(leased({ emissionsShare: 20 }), Alice)).toBe(`${prefix}LeaseHasNoEndBlock`)
  })

  it('hands the subnet over and leaves the deposit on the account of the lease', () => {
    const chain = leased({ emissionsShare: 20, endBlock: 500 })
    const s = chain.ctx.storage.subtensor
    chain.must(Alice, 'SubtensorModule.try_associate_hotkey', { hotkey: OWN_HOTKEY })
    chain.ctx.blockNumber = 500
    expect(terminate(chain, Alice)).toBe('ok')
    expect([s.subnetOwner.get(NETUID), s.subnetOwnerHotkey.get(NETUID)]).toEqual([
      Alice,
      OWN_HOTKEY,
    ])
    expect(s.subnetLeases.exists(0)).toBe(false)
    expect(s.subnetLeaseShares.entriesOf(0)).toEqual([])
    expect(s.subnetUidToLeaseId.get(NETUID)).toBe(0)
    expect(chain.ctx.storage.proxy.proxies.exists(COLDKEY)).toBe(false)
    expect(chain.free(COLDKEY)).toBe(PROXY_DEPOSIT)
    expect(chain.events.at(-1)).toBe('SubtensorModule.SubnetLeaseTerminated')
  })

  it('costs by the shares that it drops, on a line through the two recorded weights', () => {
    const shares = (count: number) => {
      const chain = leased({ emissionsShare: 20, endBlock: 500 })
      chain.must(Alice, 'SubtensorModule.try_associate_hotkey', { hotkey: OWN_HOTKEY })
      chain.ctx.blockNumber = 500
      const { subnetLeaseShares } = chain.ctx.storage.subtensor
      subnetLeaseShares.clear()
      for (let i = 0; i < count; i++) {
        subnetLeaseShares.set(0, accountId(i.toString(16).padStart(64, '0')), 1n)
      }
      const args = { leaseId: 0, hotkey: OWN_HOTKEY }
      const { call } = runtimeCallOf('SubtensorModule.terminate_lease', args)
      return call.run(chain.ctx, signed(Alice), args)?.actualWeight
    }
    expect(shares(7)).toEqual({ refTime: 1_638_026_073n, proofSize: 23_851n })
    expect(shares(500)).toEqual({ refTime: 64_229_668_779n, proofSize: 1_270_648n })
  })

  it('fails when the proxy was taken away before', () => {
    const chain = leased({ emissionsShare: 20, endBlock: 500 })
    chain.must(Alice, 'SubtensorModule.try_associate_hotkey', { hotkey: OWN_HOTKEY })
    chain.ctx.storage.proxy.proxies.remove(COLDKEY)
    chain.ctx.blockNumber = 500
    expect(terminate(chain, Alice)).toBe('Proxy.NotFound')
    expect(chain.ctx.storage.subtensor.subnetLeases.exists(0)).toBe(true)
  })
})
