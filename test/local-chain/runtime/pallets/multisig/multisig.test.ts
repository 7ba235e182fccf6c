/**
 * Goal: a shared account acts exactly when enough of its owners approved. Method: the rules of
 * pallet_multisig on a chain in memory; the recorded series play the calls in `replay.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import type { RuntimeCallValue } from '../../../../../local-chain/frame/call-table.ts'
import { otherError } from '../../../../../local-chain/frame/dispatch-error.ts'
import { type Origin, signed } from '../../../../../local-chain/frame/origin.ts'
import { type AnyCall, call } from '../../../../../local-chain/frame/pallet.ts'
import { calls } from '../../../../../local-chain/runtime/pallets/multisig/calls/index.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/multisig/errors.ts'
import { events } from '../../../../../local-chain/runtime/pallets/multisig/events.ts'
import { hashOf } from '../../../../../local-chain/runtime/pallets/multisig/operate.ts'
import { multisigAccount } from '../../../../../local-chain/runtime/pallets/multisig/signatories.ts'
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import {
  expectLastEvent,
  expectNoop,
  type TestChain,
  testAccount,
  testChain,
} from '../../../../support/runtime.ts'

const [a, b, c] = [testAccount(0x0a), testAccount(0x0b), testAccount(0x0c)] as const
const ALL = [a, b, c]
const TAO = 1_000_000_000n
const PLENTY = { refTime: 10n ** 12n, proofSize: 10n ** 6n }
const NOTHING = { refTime: 0n, proofSize: 0n }
const BEGAN = { height: 7, index: 3 }

function fundedChain(): TestChain {
  const chain = testChain()
  for (const who of ALL) {
    const info = chain.ctx.storage.system.account.get(who)
    const data = { ...info.data, free: TAO }
    chain.ctx.storage.system.account.set(who, { ...info, providers: 1, data })
  }
  chain.ctx.blockNumber = BEGAN.height
  return chain
}

/** A call that notes who made it. */
function spy() {
  const origins: Origin[] = []
  let fails = false
  const definition = call({
    index: 0,
    docs: 'Notes its origin.',
    args: {},
    info: { weight: { refTime: 1_000n, proofSize: 0n } },
    run(_ctx, origin) {
      if (fails) throw otherError
      origins.push(origin)
    },
  })
  const value: RuntimeCallValue = {
    palletIndex: 0,
    pallet: 'Test',
    name: 'note',
    args: {},
    call: definition,
  }
  return {
    value,
    origins,
    fail() {
      fails = true
    },
  }
}

const others = (who: AccountId) => ALL.filter((other) => other !== who)

function run(chain: TestChain, of: AnyCall, who: AccountId, args: Record<string, unknown>) {
  chain.ctx.events.phase = { type: 'ApplyExtrinsic', value: BEGAN.index }
  const shared = { threshold: 2, otherSignatories: others(who) }
  return of.run(chain.ctx, signed(who), { ...shared, maxWeight: PLENTY, ...args })
}

const reservedOf = (chain: TestChain, who: AccountId) =>
  chain.ctx.storage.system.account.get(who).data.reserved

describe('an operation', () => {
  it('is begun for a deposit, executed with the last approval, and the deposit comes back', () => {
    const chain = fundedChain()
    const note = spy()
    const account = multisigAccount(ALL, 2)
    const callHash = hashOf(note.value)
    run(chain, calls.asMulti, a, { call: note.value })
    expectLastEvent(chain, events.NewMultisig, { approving: a, multisig: account, callHash })
    expect(reservedOf(chain, a)).toBe(196_000_000n)

    run(chain, calls.asMulti, c, { call: note.value, maybeTimepoint: BEGAN })
    expect(note.origins).toEqual([{ type: 'Signed', account }])
    expectLastEvent(chain, events.MultisigExecuted, {
      approving: c,
      timepoint: BEGAN,
      multisig: account,
      callHash,
      result: undefined,
    })
    expect(reservedOf(chain, a)).toBe(0n)
    expect(chain.ctx.storage.multisig.multisigs.entries()).toEqual([])
  })

  it('succeeds also when its call fails; the error is in the event', () => {
    const chain = fundedChain()
    const note = spy()
    note.fail()
    run(chain, calls.asMulti, a, { call: note.value })
    run(chain, calls.asMulti, b, { call: note.value, maybeTimepoint: BEGAN })
    expectLastEvent(chain, events.MultisigExecuted, {
      approving: b,
      timepoint: BEGAN,
      multisig: multisigAccount(ALL, 2),
      callHash: hashOf(note.value),
      result: otherError.value,
    })
  })

  it('keeps approvals in order, and waits for the call itself where only hashes approved', () => {
    const chain = fundedChain()
    const note = spy()
    const callHash = hashOf(note.value)
    const three = { threshold: 3, callHash, maybeTimepoint: BEGAN }
    run(chain, calls.approveAsMulti, c, { threshold: 3, callHash })
    run(chain, calls.approveAsMulti, a, three)
    const account = multisigAccount(ALL, 3)
    expect(chain.ctx.storage.multisig.multisigs.get(account, callHash)?.approvals).toEqual([a, c])
    expectNoop(chain, () => run(chain, calls.approveAsMulti, a, three), errors.AlreadyApproved)
    run(chain, calls.approveAsMulti, b, three)
    expect(note.origins).toEqual([])
    // Enough approved: who brings the call only executes it.
    run(chain, calls.asMulti, a, { ...three, call: note.value })
    expect(note.origins).toHaveLength(1)
  })

  it('must be named by the extrinsic in which it began, and only once it did', () => {
    const chain = fundedChain()
    const { value } = spy()
    const step = (who: AccountId, maybeTimepoint?: typeof BEGAN) => () =>
      run(chain, calls.asMulti, who, { call: value, maybeTimepoint })
    expectNoop(chain, step(a, BEGAN), errors.UnexpectedTimepoint)
    step(a)()
    expectNoop(chain, step(b), errors.NoTimepoint)
    expectNoop(chain, step(b, { ...BEGAN, index: 4 }), errors.WrongTimepoint)
    expectNoop(chain, step(a, BEGAN), errors.AlreadyApproved)
  })

  it('does not execute what weighs more than the limit', () => {
    const chain = fundedChain()
    const { value } = spy()
    run(chain, calls.asMulti, a, { call: value })
    const args = { call: value, maybeTimepoint: BEGAN, maxWeight: NOTHING }
    expectNoop(chain, () => run(chain, calls.asMulti, b, args), errors.MaxWeightTooLow)
  })

  it.each([
    ['fewer than two approvals', { threshold: 1 }, errors.MinimumThreshold],
    ['nobody else', { otherSignatories: [] }, errors.TooFewSignatories],
    ['the signer among the others', { otherSignatories: [a, b] }, errors.SenderInSignatories],
    ['others out of order', { otherSignatories: [c, b] }, errors.SignatoriesOutOfOrder],
    ['the same account twice', { otherSignatories: [b, b] }, errors.SignatoriesOutOfOrder],
    [
      'more than 100 accounts',
      { otherSignatories: Array.from({ length: 100 }, (_, i) => testAccount(i + 50)) },
      errors.TooManySignatories,
    ],
  ])('refuses %s', (_name, args, failure) => {
    const chain = fundedChain()
    const call = spy().value
    const refused = () => run(chain, calls.asMulti, a, { call, ...args })
    expectNoop(chain, refused, failure)
  })
})

describe('the end of an operation', () => {
  it('is for whoever began it', () => {
    const chain = fundedChain()
    const callHash = hashOf(spy().value)
    const cancel = (who: AccountId, timepoint = BEGAN) =>
      run(chain, calls.cancelAsMulti, who, { callHash, timepoint })
    expectNoop(chain, () => cancel(a), errors.NotFound)
    run(chain, calls.approveAsMulti, a, { callHash })
    expectNoop(chain, () => cancel(a, { ...BEGAN, height: 8 }), errors.WrongTimepoint)
    expectNoop(chain, () => cancel(b), errors.NotOwner)
    cancel(a)
    expectLastEvent(chain, events.MultisigCancelled, {
      cancelling: a,
      timepoint: BEGAN,
      multisig: multisigAccount(ALL, 2),
      callHash,
    })
    expect(reservedOf(chain, a)).toBe(0n)
  })
})

describe('poke_deposit', () => {
  it('is free only where the deposit changed', () => {
    const chain = fundedChain()
    const callHash = hashOf(spy().value)
    run(chain, calls.approveAsMulti, a, { callHash })
    const poke = (who = a) => run(chain, calls.pokeDeposit, who, { callHash })
    expect(poke()).toEqual({ paysFee: 'Yes' })
    expectNoop(chain, () => poke(b), errors.NotOwner)
    const { multisigs } = chain.ctx.storage.multisig
    const account = multisigAccount(ALL, 2)
    const operation = multisigs.get(account, callHash)
    if (operation === undefined) throw new Error('no operation')
    multisigs.set(account, callHash, { ...operation, deposit: 195_999_999n })
    expect(poke()).toEqual({ paysFee: 'No' })
    expectLastEvent(chain, events.DepositPoked, {
      who: a,
      callHash,
      oldDeposit: 195_999_999n,
      newDeposit: 196_000_000n,
    })
  })
})

describe('as_multi_threshold_1', () => {
  it('acts at once, and fails with its call', () => {
    const chain = fundedChain()
    const note = spy()
    const act = () =>
      calls.asMultiThreshold1.run(chain.ctx, signed(b), {
        otherSignatories: [a, c],
        call: note.value,
      })
    act()
    expect(note.origins).toEqual([{ type: 'Signed', account: multisigAccount(ALL, 1) }])
    note.fail()
    expectNoop(chain, act, otherError)
  })
})
