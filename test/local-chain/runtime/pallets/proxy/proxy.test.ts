/**
 * Goal: proxies act within their type and delay, and deposits, lists and fees follow the chain's rules.
 * Method: each rule of `../shared/spec/subnets.md` 16 on a chain in memory; the recorded series play all
 * calls in `../../replay.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import type { RuntimeCallValue } from '../../../../../local-chain/frame/call-table.ts'
import { otherError } from '../../../../../local-chain/frame/dispatch-error.ts'
import { type Origin, signed } from '../../../../../local-chain/frame/origin.ts'
import type { AnyCall } from '../../../../../local-chain/frame/pallet.ts'
import { feePayer } from '../../../../../local-chain/runtime/executive/extrinsics/fee-payer.ts'
import { errors as balancesErrors } from '../../../../../local-chain/runtime/pallets/balances/errors.ts'
import { freeBalance } from '../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { calls } from '../../../../../local-chain/runtime/pallets/proxy/calls/index.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/proxy/errors.ts'
import { events } from '../../../../../local-chain/runtime/pallets/proxy/events.ts'
import type { ProxyType } from '../../../../../local-chain/runtime/pallets/proxy/types.ts'
import { errors as systemErrors } from '../../../../../local-chain/runtime/pallets/system/errors.ts'
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import {
  expectLastEvent,
  expectNoop,
  type TestChain,
  testAccount,
  testChain,
} from '../../../../support/runtime.ts'
import { spy } from './spy-call.ts'

const real = testAccount(0xaa)
const delegate = testAccount(0x0d)
const stranger = testAccount(0x55)
const TAO = 1_000_000_000n
const HASH = '07'.repeat(32)

function fundedChain(): TestChain {
  const chain = testChain()
  for (const who of [real, delegate, stranger]) {
    const info = chain.ctx.storage.system.account.get(who)
    const data = { ...info.data, free: 10n * TAO }
    chain.ctx.storage.system.account.set(who, { ...info, providers: 1, data })
  }
  return chain
}

const id = (account: AccountId) => ({ type: 'Id', value: account }) as const
const run = (chain: TestChain, of: AnyCall, origin: Origin, args: unknown) =>
  of.run(chain.ctx, origin, args)
const as = (who: AccountId) => signed(who)

function add(chain: TestChain, proxyType: ProxyType, delay = 0, who = delegate): void {
  run(chain, calls.addProxy, as(real), { delegate: id(who), proxyType, delay })
}

const reservedOf = (chain: TestChain, who: AccountId) =>
  chain.ctx.storage.system.account.get(who).data.reserved

describe('the list of an account', () => {
  it('is ordered by delegate, type and delay, and costs 0.06 TAO and 0.033 for each entry', () => {
    const chain = fundedChain()
    add(chain, 'Staking', 5)
    add(chain, 'Staking', 0)
    add(chain, 'Owner', 9)
    add(chain, 'Any', 0, testAccount(0x01))
    const [list, deposit] = chain.ctx.storage.proxy.proxies.get(real)
    expect(list.map((entry) => [entry.delegate.slice(0, 2), entry.proxyType, entry.delay])).toEqual(
      [
        ['01', 'Any', 0],
        ['0d', 'Owner', 9],
        ['0d', 'Staking', 0],
        ['0d', 'Staking', 5],
      ],
    )
    expect(deposit).toBe(192_000_000n)
    expect(reservedOf(chain, real)).toBe(deposit)
  })

  it('holds no entry twice, not the account itself, and 20 at most', () => {
    const chain = fundedChain()
    add(chain, 'Any')
    expectNoop(chain, () => add(chain, 'Any'), errors.Duplicate)
    expectNoop(chain, () => add(chain, 'Any', 0, real), errors.NoSelfProxy)
    for (let delay = 1; delay < 20; delay++) add(chain, 'Any', delay)
    expectNoop(chain, () => add(chain, 'Any', 20), errors.TooMany)
  })

  it('cannot be paid for by an account that has too little', () => {
    const chain = fundedChain()
    const poor = as(testAccount(0x99))
    const args = { delegate: id(delegate), proxyType: 'Any', delay: 0 }
    expectNoop(
      chain,
      () => run(chain, calls.addProxy, poor, args),
      balancesErrors.InsufficientBalance,
    )
  })

  it('gives deposits back and forgets who pays fees, with the last entry the key too', () => {
    const chain = fundedChain()
    const { proxies, realPaysFee } = chain.ctx.storage.proxy
    add(chain, 'Any')
    add(chain, 'Owner')
    run(chain, calls.setRealPaysFee, as(real), { delegate: id(delegate), paysFee: true })
    expectLastEvent(chain, events.RealPaysFeeSet, { real, delegate, paysFee: true })
    const remove = (proxyType: ProxyType) =>
      run(chain, calls.removeProxy, as(real), { delegate: id(delegate), proxyType, delay: 0 })
    remove('Owner')
    expect(realPaysFee.exists(real, delegate)).toBe(false)
    expect(reservedOf(chain, real)).toBe(93_000_000n)
    expectNoop(chain, () => remove('Owner'), errors.NotFound)
    remove('Any')
    expect(proxies.exists(real)).toBe(false)
    expect(reservedOf(chain, real)).toBe(0n)
    add(chain, 'Any')
    run(chain, calls.removeProxies, as(real), {})
    expect(proxies.exists(real)).toBe(false)
    expect(freeBalance(chain.ctx, real)).toBe(10n * TAO)
  })
})

describe('a proxied call', () => {
  const proxy = (chain: TestChain, value: RuntimeCallValue, forceProxyType?: ProxyType) =>
    run(chain, calls.proxy, as(delegate), { real: id(real), forceProxyType, call: value })

  it('comes from the account and never fails; its result is in event and storage', () => {
    const chain = fundedChain()
    add(chain, 'Any')
    const { value, origins } = spy('Sudo', 'anything')
    proxy(chain, value)
    expect(origins[0]).toMatchObject({ type: 'Signed', account: real })
    expectLastEvent(chain, events.ProxyExecuted, { result: undefined })

    const failing: RuntimeCallValue = {
      ...value,
      call: {
        ...value.call,
        run() {
          throw otherError
        },
      },
    }
    proxy(chain, failing)
    expectLastEvent(chain, events.ProxyExecuted, { result: otherError.value })
    expect(chain.ctx.storage.proxy.lastCallResult.get(real)).toEqual(otherError.value)
  })

  it('takes the first entry of the delegate, or the first of the type asked for', () => {
    const chain = fundedChain()
    add(chain, 'Owner')
    add(chain, 'Staking')
    const stake = spy('SubtensorModule', 'add_stake')
    proxy(chain, stake.value)
    expectLastEvent(chain, events.ProxyExecuted, { result: systemErrors.CallFiltered.value })
    proxy(chain, stake.value, 'Staking')
    expect(stake.origins).toHaveLength(1)
    expectNoop(chain, () => proxy(chain, stake.value, 'Any'), errors.NotProxy)
  })

  it('needs an announcement, old enough, where the entry has a delay', () => {
    const chain = fundedChain()
    chain.ctx.blockNumber = 10
    add(chain, 'Any', 5)
    const remark = spy('System', 'remark')
    expectNoop(chain, () => proxy(chain, remark.value), errors.Unannounced)
    const announced = () =>
      run(chain, calls.proxyAnnounced, as(stranger), {
        delegate: id(delegate),
        real: id(real),
        call: remark.value,
      })
    expectNoop(chain, announced, errors.Unannounced)
    // Hash of the call's two index bytes.
    const hash = '9ee6dfb61a2fb903df487c401663825643bb825d41695e63df8af6162ab145a6'
    const args = { real: id(real), callHash: hash }
    run(chain, calls.announce, as(delegate), args)
    run(chain, calls.announce, as(delegate), args)
    run(chain, calls.announce, as(delegate), { ...args, callHash: HASH })
    expect(reservedOf(chain, delegate)).toBe(240_000_000n)
    chain.ctx.blockNumber = 14
    expectNoop(chain, announced, errors.Unannounced)
    chain.ctx.blockNumber = 15
    announced()
    expect(remark.origins).toHaveLength(1)
    // Both announcements of the call went, and their deposit.
    expect(reservedOf(chain, delegate)).toBe(104_000_000n)
  })

  it('is announced by proxies only; both sides can take the announcement back', () => {
    const chain = fundedChain()
    const announce = (who: AccountId) =>
      run(chain, calls.announce, as(who), { real: id(real), callHash: HASH })
    add(chain, 'Any')
    expectNoop(chain, () => announce(stranger), errors.NotProxy)
    announce(delegate)
    run(chain, calls.removeAnnouncement, as(delegate), { real: id(real), callHash: HASH })
    announce(delegate)
    const reject = () =>
      run(chain, calls.rejectAnnouncement, as(real), { delegate: id(delegate), callHash: HASH })
    reject()
    expect(chain.ctx.storage.proxy.announcements.exists(delegate)).toBe(false)
    expect(reservedOf(chain, delegate)).toBe(0n)
    expectNoop(chain, reject, errors.NotFound)
  })
})

describe('pure accounts', () => {
  it('are made with their spawner as proxy, and only they can end themselves', () => {
    const chain = fundedChain()
    chain.ctx.blockNumber = 7
    const create = () => {
      chain.ctx.events.phase = { type: 'ApplyExtrinsic', value: 3 }
      run(chain, calls.createPure, as(real), { proxyType: 'Any', delay: 0, index: 1 })
    }
    create()
    const { proxies } = chain.ctx.storage.proxy
    const [pure] = proxies.keys() as [AccountId]
    expect(proxies.get(pure)).toEqual([
      [{ delegate: real, proxyType: 'Any', delay: 0 }],
      93_000_000n,
    ])
    expectNoop(chain, create, errors.Duplicate)
    const args = { spawner: id(real), proxyType: 'Any', index: 1, height: 7, extIndex: 3 }
    expectNoop(chain, () => run(chain, calls.killPure, as(real), args), errors.NoPermission)
    run(chain, calls.killPure, as(pure), args)
    expect(proxies.exists(pure)).toBe(false)
    expect(reservedOf(chain, real)).toBe(0n)
  })
})

describe('poke_deposit', () => {
  it('is free only where a deposit changed', () => {
    const chain = fundedChain()
    add(chain, 'Any')
    const poke = () => run(chain, calls.pokeDeposit, as(real), {})
    expect(poke()).toEqual({ paysFee: 'Yes' })
    const { proxies } = chain.ctx.storage.proxy
    const [list] = proxies.get(real)
    proxies.set(real, [list, 1n])
    expect(poke()).toEqual({ paysFee: 'No' })
    expectLastEvent(chain, events.DepositPoked, {
      who: real,
      kind: 'Proxies',
      oldDeposit: 1n,
      newDeposit: 93_000_000n,
    })
  })
})

describe('the fee of a proxied call', () => {
  const proxied = (of: AccountId, value: RuntimeCallValue): RuntimeCallValue => ({
    ...spy('Proxy', 'proxy', { real: id(of), call: value }).value,
  })
  const other = testAccount(0x77)
  const remark = spy('System', 'remark').value
  const batchOf = (...inner: RuntimeCallValue[]) => spy('Utility', 'batch', { calls: inner }).value

  it.each([
    ['the signer, without a word of the account', [], proxied(real, remark), delegate],
    ['the account that gave its word', [[real, delegate]], proxied(real, remark), real],
    [
      'the inner account, when both gave theirs',
      [
        [real, delegate],
        [other, real],
      ],
      proxied(real, proxied(other, remark)),
      other,
    ],
    [
      'the inner account of a whole batch',
      [
        [real, delegate],
        [other, real],
      ],
      proxied(real, batchOf(proxied(other, remark), proxied(other, remark))),
      other,
    ],
    [
      'the outer account of a mixed batch',
      [
        [real, delegate],
        [other, real],
      ],
      proxied(real, batchOf(proxied(other, remark), remark)),
      real,
    ],
    ['the outer account of an empty batch', [[real, delegate]], proxied(real, batchOf()), real],
    [
      'the signer, when only the inner account gave its word',
      [[other, real]],
      proxied(real, proxied(other, remark)),
      delegate,
    ],
  ] as const)('is paid by %s', (_name, words, value, payer) => {
    const chain = testChain()
    for (const [who, whose] of words) chain.ctx.storage.proxy.realPaysFee.set(who, whose, undefined)
    expect(feePayer(chain.ctx, delegate, value)).toBe(payer)
  })
})
