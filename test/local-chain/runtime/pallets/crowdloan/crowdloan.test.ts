/**
 * Goal: crowdloans take, keep and give back money as the chain's do. Method: each rule of
 * `../shared/spec/subnets.md` 15 on the local network's genesis; the recorded series play all calls in
 * `../../replay.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../../../local-chain/frame/origin.ts'
import { devAccounts, RICH_RAO } from '../../../../../local-chain/runtime/genesis/dev-accounts.ts'
import { durationBounds } from '../../../../../local-chain/runtime/pallets/crowdloan/constants.ts'
import { fundsAccount } from '../../../../../local-chain/runtime/pallets/crowdloan/crowdloans.ts'
import { type AccountId, accountId } from '../../../../../src/primitives/account-id.ts'
import { CallChain } from '../../../../support/call-chain.ts'
import { testAccount } from '../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../support/shared.ts'

const { Alice, Bob, Charlie } = devAccounts
const TAO = 1_000_000_000n
const TARGET = testAccount(0x77)
const FUNDS = fundsAccount(0)

/** Terms that nothing is wrong with: ten TAO of thirty are there. */
const TERMS = {
  deposit: 10n * TAO,
  minContribution: TAO,
  cap: 30n * TAO,
  end: 60_000,
  call: undefined,
  targetAddress: TARGET,
}

function open(terms: Partial<typeof TERMS> = {}): CallChain {
  const chain = new CallChain()
  chain.must(Alice, 'Crowdloan.create', { ...TERMS, ...terms })
  return chain
}

const ID = { crowdloanId: 0 }
const give = (chain: CallChain, who: AccountId, amount: bigint) =>
  chain.apply(who, 'Crowdloan.contribute', { ...ID, amount })
const given = (chain: CallChain, who: AccountId) =>
  chain.ctx.storage.crowdloan.contributions.get(0, who)
const record = (chain: CallChain) => chain.ctx.storage.crowdloan.crowdloans.get(0)

describe.skipIf(!hasShared)('the funds account (skipped without ../shared)', () => {
  const accounts = hasShared
    ? sharedJson<{ crowdloan_funds: Record<string, { hex: string }> }>(
        'vectors/subnets/accounts.json',
      ).crowdloan_funds
    : {}
  it.each(Object.entries(accounts))('of crowdloan %s', (id, { hex }) => {
    expect(fundsAccount(Number(id))).toBe(hex)
  })
})

describe('create', () => {
  it.each([
    ['DepositTooLow', { deposit: 10n * TAO - 1n, cap: 0n }],
    ['CapTooLow', { cap: 10n * TAO, minContribution: 0n }],
    ['MinimumContributionTooLow', { minContribution: TAO / 10n - 1n, targetAddress: undefined }],
    ['InvalidFinalizationConfig', { targetAddress: undefined, end: 0 }],
    ['CannotEndInPast', { end: 1 }],
    ['BlockDurationTooShort', { end: 50_400 }],
    ['BlockDurationTooLong', { end: 432_002, deposit: 2n * RICH_RAO, cap: 3n * RICH_RAO }],
    ['InsufficientBalance', { deposit: 2n * RICH_RAO, cap: 3n * RICH_RAO }],
  ])('is refused with %s, before what comes later in the list', (error, terms) => {
    const chain = new CallChain()
    const result = chain.apply(Alice, 'Crowdloan.create', { ...TERMS, ...terms })
    expect(result).toBe(`Crowdloan.${error}`)
    expect(chain.ctx.storage.crowdloan.nextCrowdloanId.get()).toBe(0)
  })

  it('moves the deposit to an account that lives from then on', () => {
    const chain = open()
    expect(chain.events).toEqual([
      'System.NewAccount',
      'Balances.Endowed',
      'Balances.Transfer',
      'Crowdloan.Created',
    ])
    expect(chain.free(FUNDS)).toBe(10n * TAO)
    expect(chain.ctx.storage.system.account.get(FUNDS).providers).toBe(2)
    expect(record(chain)).toMatchObject({ raised: 10n * TAO, contributorsCount: 1 })
    expect(given(chain, Alice)).toBe(10n * TAO)
  })

  it('may last 50,400 to 432,000 blocks, on a fast network 50 to 20,000', () => {
    expect(durationBounds('mainnet')).toEqual({ min: 50_400, max: 432_000 })
    expect(durationBounds('fast')).toEqual({ min: 50, max: 20_000 })
  })
})

describe('contribute', () => {
  it('takes what the cap leaves, be it below the minimum', () => {
    const chain = open()
    expect(give(chain, Bob, 20n * TAO - 1n)).toBe('ok')
    expect(give(chain, Charlie, 5n * TAO)).toBe('ok')
    expect([given(chain, Bob), given(chain, Charlie)]).toEqual([20n * TAO - 1n, 1n])
    expect(record(chain)).toMatchObject({ raised: 30n * TAO, contributorsCount: 3 })
    expect(give(chain, Charlie, TAO)).toBe('Crowdloan.CapRaised')
  })

  it('takes what the maximum per contributor leaves', () => {
    const chain = open()
    chain.must(Alice, 'Crowdloan.set_max_contribution', {
      ...ID,
      newMaxContribution: 12n * TAO,
    })
    expect(give(chain, Bob, 10n * TAO)).toBe('ok')
    expect(give(chain, Bob, 10n * TAO)).toBe('ok')
    expect(given(chain, Bob)).toBe(12n * TAO)
    expect(record(chain)?.contributorsCount).toBe(2)
    expect(give(chain, Bob, TAO)).toBe('Crowdloan.MaxContributionReached')
  })

  it('is refused to a stranger, too late, too little, by somebody poor', () => {
    const chain = open()
    expect(chain.apply(Bob, 'Crowdloan.contribute', { crowdloanId: 1, amount: TAO })).toBe(
      'Crowdloan.InvalidCrowdloanId',
    )
    expect(give(chain, Bob, TAO - 1n)).toBe('Crowdloan.ContributionTooLow')
    expect(give(chain, testAccount(0x11), TAO)).toBe('Crowdloan.InsufficientBalance')
    chain.ctx.blockNumber = TERMS.end
    expect(give(chain, Bob, TAO)).toBe('Crowdloan.ContributionPeriodEnded')
  })

  it('is refused also to those who are in it when 500 are', () => {
    const chain = open()
    const info = record(chain)
    if (info === undefined) throw new Error('no crowdloan')
    chain.ctx.storage.crowdloan.crowdloans.set(0, { ...info, contributorsCount: 500 })
    expect(give(chain, Alice, TAO)).toBe('Crowdloan.MaxContributorsReached')
  })
})

describe('withdraw', () => {
  it('gives all back, and the creator what is above the deposit; also after the end', () => {
    const chain = open()
    give(chain, Bob, 5n * TAO)
    give(chain, Alice, 3n * TAO)
    chain.ctx.blockNumber = TERMS.end + 1
    for (const who of [Alice, Bob]) chain.must(who, 'Crowdloan.withdraw', ID)
    expect([given(chain, Alice), given(chain, Bob)]).toEqual([10n * TAO, undefined])
    expect(record(chain)).toMatchObject({ raised: 10n * TAO, contributorsCount: 1 })
    expect(chain.free(Bob)).toBe(RICH_RAO)
    expect(chain.apply(Bob, 'Crowdloan.withdraw', ID)).toBe('Crowdloan.NoContribution')
    expect(chain.apply(Alice, 'Crowdloan.withdraw', ID)).toBe('Crowdloan.DepositCannotBeWithdrawn')
  })
})

describe('refund and dissolve', () => {
  it('pay fifty at a time, by account, until the creator alone is left', () => {
    const chain = open({ cap: 1_000n * TAO })
    const s = chain.ctx.storage.crowdloan
    const many = Array.from({ length: 51 }, (_, i) => testAccount(0x40 + i))
    for (const who of many) {
      chain.must(Alice, 'Balances.transfer_keep_alive', {
        dest: { type: 'Id', value: who },
        value: 2n * TAO,
      })
      expect(give(chain, who, TAO)).toBe('ok')
    }
    expect(chain.apply(Bob, 'Crowdloan.refund', ID)).toBe('Crowdloan.InvalidOrigin')
    chain.must(Alice, 'Crowdloan.refund', ID)
    expect(chain.events.at(-1)).toBe('Crowdloan.PartiallyRefunded')
    expect(s.contributions.keysOf(0)).toEqual([many[50], Alice])
    expect(chain.apply(Alice, 'Crowdloan.dissolve', ID)).toBe('Crowdloan.NotReadyToDissolve')

    chain.must(Alice, 'Crowdloan.refund', ID)
    expect(chain.events.at(-1)).toBe('Crowdloan.AllRefunded')
    chain.must(Alice, 'Crowdloan.refund', ID)
    expect(chain.events).toEqual(['Crowdloan.AllRefunded'])
    expect(record(chain)).toMatchObject({ raised: 10n * TAO, contributorsCount: 1 })

    chain.must(Alice, 'Crowdloan.set_max_contribution', {
      ...ID,
      newMaxContribution: 10n * TAO,
    })
    chain.must(Alice, 'Crowdloan.dissolve', ID)
    expect(chain.events).toEqual([
      'Balances.Transfer',
      'System.KilledAccount',
      'Crowdloan.Dissolved',
    ])
    expect(record(chain)).toBeUndefined()
    expect(s.maxContributions.exists(0)).toBe(false)
    expect(chain.free(Alice)).toBe(RICH_RAO - 51n * 2n * TAO)
    expect(chain.apply(Alice, 'Crowdloan.dissolve', ID)).toBe('Crowdloan.InvalidCrowdloanId')
  })
})

describe('new terms', () => {
  it.each([
    [
      'update_min_contribution',
      { newMinContribution: TAO / 10n - 1n },
      'MinimumContributionTooLow',
    ],
    ['update_min_contribution', { newMinContribution: 21n * TAO }, 'MinimumContributionTooHigh'],
    ['update_end', { newEnd: 1 }, 'CannotEndInPast'],
    ['update_end', { newEnd: 50_400 }, 'BlockDurationTooShort'],
    ['update_end', { newEnd: 432_002 }, 'BlockDurationTooLong'],
    ['update_cap', { newCap: 10n * TAO - 1n }, 'CapTooLow'],
    ['set_max_contribution', { newMaxContribution: 10n * TAO - 1n }, 'MaximumContributionTooLow'],
  ])('%s %o is refused with %s', (name, args, error) => {
    const chain = open()
    chain.must(Alice, 'Crowdloan.set_max_contribution', { ...ID, newMaxContribution: 20n * TAO })
    const label = `Crowdloan.${name}`
    expect(chain.apply(Alice, label, { ...ID, ...args })).toBe(`Crowdloan.${error}`)
    expect(chain.apply(Bob, label, { ...ID, ...args })).toBe('Crowdloan.InvalidOrigin')
    expect(chain.apply(ROOT, label, { ...ID, ...args })).toBe('BadOrigin')
  })

  it('are kept', () => {
    const chain = open()
    const s = chain.ctx.storage.crowdloan
    chain.must(Alice, 'Crowdloan.update_min_contribution', { ...ID, newMinContribution: 2n * TAO })
    chain.must(Alice, 'Crowdloan.update_end', { ...ID, newEnd: 50_401 })
    chain.must(Alice, 'Crowdloan.update_cap', { ...ID, newCap: 10n * TAO })
    expect(record(chain)).toMatchObject({
      minContribution: 2n * TAO,
      end: 50_401,
      cap: 10n * TAO,
    })
    chain.must(Alice, 'Crowdloan.set_max_contribution', { ...ID, newMaxContribution: 50n * TAO })
    expect(s.maxContributions.get(0)).toBe(50n * TAO)
    chain.must(Alice, 'Crowdloan.set_max_contribution', { ...ID, newMaxContribution: undefined })
    expect(s.maxContributions.exists(0)).toBe(false)
    expect(chain.events).toEqual(['Crowdloan.MaxContributionUpdated'])
  })
})

it('derives no account that somebody has keys for', () => {
  expect(fundsAccount(0xffff_ffff)).toBe(
    accountId(`6d6f646c62742f636c6f616e${'f'.repeat(8)}${'0'.repeat(32)}`),
  )
})
