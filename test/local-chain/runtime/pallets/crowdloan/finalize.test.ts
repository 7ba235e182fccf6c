/**
 * Goal: a finalized crowdloan pays out or runs its call, once. Method: the rules of
 * `../shared/spec/subnets.md` 15 on "finalize" and on the bounded call, short and long.
 */
import { describe, expect, it } from 'vitest'
import { devAccounts, RICH_RAO } from '../../../../../local-chain/runtime/genesis/dev-accounts.ts'
import { fundsAccount } from '../../../../../local-chain/runtime/pallets/crowdloan/crowdloans.ts'
import { CallChain, runtimeCallOf } from '../../../../support/call-chain.ts'
import { testAccount } from '../../../../support/runtime.ts'

const { Alice, Bob } = devAccounts
const TAO = 1_000_000_000n
const TARGET = testAccount(0x77)
const ID = { crowdloanId: 0 }

const remark = (length: number) =>
  runtimeCallOf('System.remark_with_event', { remark: new Uint8Array(length) })
const pay = (value: bigint) =>
  runtimeCallOf('Balances.transfer_keep_alive', { dest: { type: 'Id', value: TARGET }, value })

/** A crowdloan that Bob filled up. */
function filled(goal: { call?: unknown; targetAddress?: unknown }, chain = new CallChain()) {
  const crowdloanId = chain.ctx.storage.crowdloan.nextCrowdloanId.get()
  chain.must(Alice, 'Crowdloan.create', {
    deposit: 10n * TAO,
    minContribution: TAO,
    cap: 30n * TAO,
    end: 60_000,
    call: undefined,
    targetAddress: undefined,
    ...goal,
  })
  chain.must(Bob, 'Crowdloan.contribute', { crowdloanId, amount: 20n * TAO })
  return chain
}

describe('finalize', () => {
  it('pays the target what was raised; everything else stays as a record', () => {
    const chain = filled({ targetAddress: TARGET })
    chain.must(Alice, 'Crowdloan.finalize', ID)
    expect(chain.free(TARGET)).toBe(30n * TAO)
    const { contributions, crowdloans } = chain.ctx.storage.crowdloan
    expect(crowdloans.get(0)).toMatchObject({ finalized: true, raised: 30n * TAO })
    expect(contributions.get(0, Bob)).toBe(20n * TAO)
    expect(chain.ctx.storage.system.account.get(fundsAccount(0)).providers).toBe(1)
    for (const name of ['finalize', 'withdraw', 'refund', 'dissolve']) {
      expect(chain.apply(Alice, `Crowdloan.${name}`, ID)).toBe('Crowdloan.AlreadyFinalized')
    }
  })

  it('is the business of the creator, once the cap is reached', () => {
    const chain = filled({ targetAddress: TARGET })
    expect(chain.apply(Bob, 'Crowdloan.finalize', ID)).toBe('Crowdloan.InvalidOrigin')
    chain.must(Bob, 'Crowdloan.withdraw', ID)
    expect(chain.apply(Alice, 'Crowdloan.finalize', ID)).toBe('Crowdloan.CapNotRaised')
  })

  it('runs the call as the creator, who pays for it', () => {
    const chain = filled({ call: pay(TAO) })
    chain.must(Alice, 'Crowdloan.finalize', ID)
    expect(chain.free(TARGET)).toBe(TAO)
    expect(chain.free(Alice)).toBe(RICH_RAO - 11n * TAO)
    expect(chain.free(fundsAccount(0))).toBe(30n * TAO)
    expect(chain.ctx.storage.crowdloan.currentCrowdloanId.exists()).toBe(false)
  })

  it('fails with the error of the call and leaves nothing of it', () => {
    const chain = filled({ call: pay(2n * RICH_RAO) })
    expect(chain.apply(Alice, 'Crowdloan.finalize', ID)).toBe('Token.FundsUnavailable')
    const { crowdloans, currentCrowdloanId } = chain.ctx.storage.crowdloan
    expect(crowdloans.get(0)?.finalized).toBe(false)
    expect(currentCrowdloanId.exists()).toBe(false)
  })

  it('overwrites what the call does to the crowdloan itself', () => {
    const update = { ...ID, newMinContribution: 5n * TAO }
    const chain = filled({ call: runtimeCallOf('Crowdloan.update_min_contribution', update) })
    chain.must(Alice, 'Crowdloan.finalize', ID)
    expect(chain.events).toEqual(['Crowdloan.MinContributionUpdated', 'Crowdloan.Finalized'])
    expect(chain.ctx.storage.crowdloan.crowdloans.get(0)?.minContribution).toBe(TAO)
  })
})

describe('a stored call', () => {
  // Two bytes say which call it is, one or two how long the remark is.
  it.each([
    { bytes: 128, length: 124, kind: 'Inline' },
    { bytes: 129, length: 125, kind: 'Lookup' },
  ])('of $bytes bytes is kept as $kind', ({ kind, length }) => {
    const chain = filled({ call: remark(length) })
    expect(chain.ctx.storage.crowdloan.crowdloans.get(0)?.call?.type).toBe(kind)
    expect(chain.ctx.storage.preimage.preimageFor.keys().length).toBe(kind === 'Lookup' ? 1 : 0)
    chain.must(Alice, 'Crowdloan.finalize', ID)
    expect(chain.events).toEqual(['System.Remarked', 'Crowdloan.Finalized'])
  })

  it('that is long is shared, and the first who dissolves takes it from both', () => {
    const chain = filled({ call: remark(200) })
    filled({ call: remark(200) }, chain)
    const statuses = chain.ctx.storage.preimage.requestStatusFor.values()
    expect(statuses).toMatchObject([{ type: 'Requested', value: { count: 1 } }])
    chain.must(Alice, 'Crowdloan.refund', ID)
    chain.must(Alice, 'Crowdloan.dissolve', ID)
    expect(chain.events).toContain('Preimage.Cleared')
    expect(chain.apply(Alice, 'Crowdloan.finalize', { crowdloanId: 1 })).toBe(
      'Crowdloan.CallUnavailable',
    )
    chain.must(Alice, 'Crowdloan.refund', { crowdloanId: 1 })
    chain.must(Alice, 'Crowdloan.dissolve', { crowdloanId: 1 })
  })
})
