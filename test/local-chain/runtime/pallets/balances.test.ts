/**
 * Goal: money moves as in the reference pallet: what is created, reaped, lost and told, in order.
 * Method: two or three accounts on an empty state; sums are checked against the total issuance.
 *
 * @module
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arithmetic,
  consumerRemaining,
  type DispatchFailure,
  token,
} from '../../../../local-chain/frame/dispatch-error.ts'
import { ROOT, signed } from '../../../../local-chain/frame/origin.ts'
import type { AnyCall } from '../../../../local-chain/frame/pallet.ts'
import { calls } from '../../../../local-chain/runtime/pallets/balances/calls/index.ts'
import { errors } from '../../../../local-chain/runtime/pallets/balances/errors.ts'
import { hold, releaseHold } from '../../../../local-chain/runtime/pallets/balances/holds.ts'
import {
  depositCredit,
  forceSetFree,
  freeBalance,
  issue,
  type Preservation,
  reserve,
  transfer,
  unreserve,
  withdraw,
} from '../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { incConsumers } from '../../../../local-chain/runtime/pallets/system/accounts.ts'
import { accountId } from '../../../../src/primitives/account-id.ts'
import { eventNames, expectNoop, type TestChain, testChain } from '../../../support/runtime.ts'

const A = accountId('aa'.repeat(32))
const B = accountId('bb'.repeat(32))
const C = accountId('cc'.repeat(32))
const U64_MAX = 2n ** 64n - 1n

function funded(rao: bigint): TestChain {
  const chain = testChain()
  forceSetFree(chain.ctx, A, rao)
  chain.commit()
  return chain
}

const issuance = ({ ctx }: TestChain) => ctx.storage.balances.totalIssuance.get()
const exists = ({ ctx }: TestChain, who: typeof A) => ctx.storage.system.account.exists(who)

function dispatch({ ctx }: TestChain, call: AnyCall, who: typeof A | 'root', args: object): void {
  ctx.transaction(() => call.run(ctx, who === 'root' ? ROOT : signed(who), args))
}
const to = (who: typeof A) => ({ type: 'Id', value: who })

describe('transfer', () => {
  it('creates the receiver, and tells that before the movement', () => {
    const chain = funded(10_000n)
    transfer(chain.ctx, { from: A, to: B, amount: 1_000n, preservation: 'Preserve' })
    expect(eventNames(chain)).toEqual([
      'System.NewAccount',
      'Balances.Endowed',
      'Balances.Transfer',
    ])
    expect([freeBalance(chain.ctx, A), freeBalance(chain.ctx, B)]).toEqual([9_000n, 1_000n])
    expect(issuance(chain)).toBe(10_000n)
  })

  it('reaps the sender, and what is left under the existential deposit is lost', () => {
    const chain = funded(10_000n)
    transfer(chain.ctx, { from: A, to: B, amount: 9_700n, preservation: 'Expendable' })
    expect(eventNames(chain)).toEqual([
      'System.KilledAccount',
      'Balances.DustLost',
      'System.NewAccount',
      'Balances.Endowed',
      'Balances.Transfer',
    ])
    expect(exists(chain, A)).toBe(false)
    expect(issuance(chain)).toBe(9_700n)
  })

  it('tells a movement of nothing, and none within one account', () => {
    const chain = funded(10_000n)
    transfer(chain.ctx, { from: A, to: B, amount: 0n, preservation: 'Preserve' })
    transfer(chain.ctx, { from: A, to: A, amount: 5_000n, preservation: 'Preserve' })
    expect(eventNames(chain)).toEqual(['Balances.Transfer'])
    expect(exists(chain, B)).toBe(false)
  })

  const refusals: [string, bigint, Preservation, DispatchFailure][] = [
    ['more than there is', 10_001n, 'Expendable', token('FundsUnavailable')],
    ['the last of an account that must stay', 9_501n, 'Preserve', token('NotExpendable')],
    ['less than a new account needs', 499n, 'Expendable', token('BelowMinimum')],
    ['more than was ever issued', 10_001n * 10n ** 6n, 'Expendable', arithmetic('Underflow')],
  ]
  it.each(refusals)('leaves storage untouched: %s', (_why, amount, preservation, failure) => {
    const chain = funded(10_000n)
    // Else more than there is would be more than was issued.
    forceSetFree(chain.ctx, C, 5_000n)
    expectNoop(chain, () => transfer(chain.ctx, { from: A, to: B, amount, preservation }), failure)
  })

  it('does not reap an account that something relies on', () => {
    const chain = funded(10_000n)
    incConsumers(chain.ctx, A)
    chain.commit()
    expectNoop(
      chain,
      () => transfer(chain.ctx, { from: A, to: B, amount: 9_800n, preservation: 'Expendable' }),
      token('Frozen'),
    )
  })
})

describe('credits', () => {
  it('are issued once and deposited or refused whole', () => {
    const chain = funded(10_000n)
    const credit = issue(chain.ctx, 700n)
    expect(depositCredit(chain.ctx, B, 499n)).toBe(false)
    expect(exists(chain, B)).toBe(false)
    expect(depositCredit(chain.ctx, B, credit)).toBe(true)
    expect(eventNames(chain)).toEqual([
      'Balances.Issued',
      'System.NewAccount',
      'Balances.Endowed',
      'Balances.Deposit',
    ])
    expect(issuance(chain)).toBe(10_700n)
  })

  it('leave existence with a withdrawal, and never bend the u64', () => {
    const chain = funded(10_000n)
    withdraw(chain.ctx, A, 9_500n, 'Preserve')
    expect(issuance(chain)).toBe(500n)
    expectNoop(chain, () => withdraw(chain.ctx, A, 1n, 'Preserve'), token('FundsUnavailable'))
    expect(issue(chain.ctx, U64_MAX)).toBe(U64_MAX - 500n)
  })
})

describe('what is set aside', () => {
  const dataOf = ({ ctx }: TestChain) => ctx.storage.system.account.get(A).data
  const REASON = { type: 'Preimage', value: 'Preimage' } as const

  it('stays with the account, whose last provider it keeps', () => {
    const chain = funded(10_000n)
    reserve(chain.ctx, A, 9_500n)
    expect(eventNames(chain)).toEqual(['Balances.Reserved'])
    expect(dataOf(chain)).toMatchObject({ free: 500n, reserved: 9_500n })
    expect(chain.ctx.storage.system.account.get(A).consumers).toBe(1)
    expect(issuance(chain)).toBe(10_000n)
    expect(unreserve(chain.ctx, A, 9_600n)).toBe(100n)
    expect(dataOf(chain)).toMatchObject({ free: 10_000n, reserved: 0n })
    expect(chain.ctx.storage.system.account.get(A).consumers).toBe(0)
  })

  it('leaves the existential deposit free', () => {
    const chain = funded(10_000n)
    expectNoop(chain, () => reserve(chain.ctx, A, 9_501n), consumerRemaining)
    expectNoop(chain, () => reserve(chain.ctx, A, 10_001n), errors.InsufficientBalance)
    expectNoop(chain, () => hold(chain.ctx, A, REASON, 9_501n), token('FundsUnavailable'))
  })

  it('for a reason comes back in parts, without events, and the empty list stays', () => {
    const chain = funded(10_000n)
    const { holds } = chain.ctx.storage.balances
    hold(chain.ctx, A, REASON, 4_000n)
    hold(chain.ctx, A, REASON, 1_000n)
    releaseHold(chain.ctx, A, REASON, 2_000n)
    expect(holds.get(A)).toEqual([{ id: REASON, amount: 3_000n }])
    expect(dataOf(chain)).toMatchObject({ free: 7_000n, reserved: 3_000n })
    releaseHold(chain.ctx, A, REASON, 9_000n)
    expect([holds.exists(A), holds.get(A)]).toEqual([true, []])
    expect(dataOf(chain)).toMatchObject({ free: 10_000n, reserved: 0n })
    expect(eventNames(chain)).toEqual([])
  })
})

describe('calls', () => {
  it('move everything that may go', () => {
    const chain = funded(10_000n)
    dispatch(chain, calls.transferAll, A, { dest: to(B), keepAlive: true })
    expect([freeBalance(chain.ctx, A), freeBalance(chain.ctx, B)]).toEqual([500n, 9_500n])
    dispatch(chain, calls.transferAll, B, { dest: to(C), keepAlive: false })
    expect(exists(chain, B)).toBe(false)
    expect(freeBalance(chain.ctx, C)).toBe(9_500n)
  })

  it('burn on the word of the owner', () => {
    const chain = funded(10_000n)
    dispatch(chain, calls.burn, A, { value: 4_000n, keepAlive: true })
    expect(eventNames(chain)).toEqual(['Balances.Burned'])
    expect(issuance(chain)).toBe(6_000n)
  })

  it('set a balance as root: issuance follows and is told first', () => {
    const chain = funded(10_000n)
    dispatch(chain, calls.forceSetBalance, 'root', { who: to(A), newFree: 12_000n })
    expect(eventNames(chain)).toEqual(['Balances.Issued', 'Balances.BalanceSet'])
    dispatch(chain, calls.forceSetBalance, 'root', { who: to(A), newFree: 499n })
    expect(exists(chain, A)).toBe(false)
    expect(issuance(chain)).toBe(0n)
  })

  it.each([
    ['a stranger as root', calls.forceSetBalance, { who: to(B), newFree: 1_000n }, 'BadOrigin'],
    [
      'an address kind without accounts',
      calls.transferKeepAlive,
      { dest: { type: 'Raw', value: new Uint8Array() }, value: 1n },
      'CannotLookup',
    ],
  ])('refuse %s', (_why, call, args, message) => {
    const chain = funded(10_000n)
    expect(() => dispatch(chain, call, A, args)).toThrow(message)
    expect(chain.ctx.state.takeDiff()).toEqual([])
  })
})

describe('any sequence of movements', () => {
  it('keeps the sum of balances equal to the issuance', () => {
    const who = fc.constantFrom(A, B, C)
    const step = fc.record({
      from: who,
      to: who,
      amount: fc.bigInt({ min: 0n, max: 3_000n }),
      preservation: fc.constantFrom<Preservation>('Expendable', 'Protect', 'Preserve'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const chain = funded(8_000n)
        for (const move of steps) {
          try {
            chain.ctx.transaction(() => transfer(chain.ctx, move))
          } catch {
            // A refusal is as good as a movement here: the sum must hold after both.
          }
          const sum = [A, B, C].reduce((all, one) => all + freeBalance(chain.ctx, one), 0n)
          expect(sum).toBe(issuance(chain))
        }
      }),
    )
  })
})
