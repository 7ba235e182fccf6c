/**
 * Goal: a batch matches buyers with sellers at one price and trades the difference once, to all or to
 * nobody. Method: the steps of `../shared/spec/swap.md` 11, "Batched"; recorded series play more in
 * `../../replay.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import { RICH_RAO } from '../../../../../local-chain/runtime/genesis/dev-accounts.ts'
import { PALLET_KEYS } from '../../../../../local-chain/runtime/pallets/limit-orders/accounts.ts'
import { events } from '../../../../../local-chain/runtime/pallets/limit-orders/events.ts'
import { stakeOf } from '../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { bytesToHex } from '../../../../../src/primitives/hex.ts'
import type { CallChain } from '../../../../support/call-chain.ts'
import {
  alice,
  bob,
  executeBatch,
  FEES,
  order,
  ordersChain,
  sign,
  stakeKey,
  TAO,
} from './orders-chain.ts'

const PERCENT = 10_000_000
const stake = (chain: CallChain, who: typeof alice) => stakeOf(chain.ctx, stakeKey(who.account))
const buy = (fields = {}) => sign(alice, order(alice, fields))
const sell = (fields = {}) => sign(bob, order(bob, { orderType: 'TakeProfit', ...fields }))
const trades = (chain: CallChain) =>
  chain.events.filter((name) => /Stake(Added|Removed)/.test(name)).length

/** The summary that the batch ended with. */
function expectSummary(chain: CallChain, about: object): void {
  const last = chain.ctx.events.records.at(-1)
  const full = {
    netuid: 1,
    netSide: 'Buy',
    netAmount: 0n,
    actualOut: 0n,
    executedCount: 2,
  } as const
  expect(bytesToHex(last?.bytes ?? new Uint8Array())).toBe(
    bytesToHex(events.GroupExecutionSummary.encode({ ...full, ...about })),
  )
}

describe('a batch', () => {
  it('of equal sides does not touch the pool', () => {
    const chain = ordersChain()
    expect(executeBatch(chain, [buy(), sell()])).toBe('ok')
    expect([stake(chain, alice), stake(chain, bob)]).toEqual([10n * TAO, 90n * TAO])
    expect(chain.free(bob.account)).toBe(RICH_RAO + 10n * TAO)
    expect(chain.free(alice.account)).toBe(RICH_RAO - 10n * TAO)
    expect(trades(chain)).toBe(0)
    expectSummary(chain, {})
  })

  it('with more to buy buys the difference, and buyers share what there is', () => {
    const chain = ordersChain()
    expect(executeBatch(chain, [buy({ amount: 30n * TAO }), sell()])).toBe('ok')
    const out = stake(chain, alice) - 10n * TAO
    expect(chain.free(bob.account)).toBe(RICH_RAO + 10n * TAO)
    expect(trades(chain)).toBe(1)
    expectSummary(chain, { netAmount: 20n * TAO, actualOut: out })
  })

  it('with more to sell sells the difference, and sellers share what there is', () => {
    const chain = ordersChain()
    expect(executeBatch(chain, [sell({ amount: 30n * TAO }), buy()])).toBe('ok')
    const out = chain.free(bob.account) - RICH_RAO - 10n * TAO
    expect(stake(chain, alice)).toBe(10n * TAO)
    expect(trades(chain)).toBe(1)
    expectSummary(chain, { netSide: 'Sell', netAmount: 20n * TAO, actualOut: out })
  })

  it('pays the fees once to each recipient', () => {
    const chain = ordersChain()
    // One percent of ten TAO stays outside of the match; the sell gets 9.9 TAO and pays a percent of it.
    const amount = (10n * TAO * 99n) / 100n
    expect(
      executeBatch(chain, [buy({ feeRate: PERCENT }), sell({ amount, feeRate: PERCENT })]),
    ).toBe('ok')
    expect(chain.free(FEES)).toBe(10n * TAO - amount + amount / 100n)
    expect(chain.free(bob.account)).toBe(RICH_RAO + amount - amount / 100n)
    const { coldkey } = PALLET_KEYS
    expect(chain.free(coldkey)).toBe(0n)
    expect(chain.events.slice(-3)).toEqual([
      'Balances.Endowed',
      'Balances.Transfer',
      'LimitOrders.GroupExecutionSummary',
    ])
  })

  it('of nothing does nothing', () => {
    const chain = ordersChain()
    expect(executeBatch(chain, [])).toBe('ok')
    expect(chain.events).toEqual([])
  })

  it.each([
    ['DuplicateOrderInBatch', [buy(), buy()]],
    ['OrderNetUidMismatch', [buy(), buy({ netuid: 2, chainId: 1n })]],
    ['ChainIdMismatch', [buy(), sell({ chainId: 1n })]],
    // At a price of 2, a rao buys half a rao of alpha.
    [
      'ZeroShareInBatch',
      [buy({ limitPrice: 3n * TAO }), buy({ amount: 1n, limitPrice: 3n * TAO })],
    ],
  ])('is refused as a whole with %s', (error, orders) => {
    const chain = ordersChain()
    const reserves = chain.ctx.storage.subtensor.subnetTao
    if (error === 'ZeroShareInBatch') reserves.set(1, reserves.get(1) * 2n)
    expect(executeBatch(chain, orders)).toBe(`LimitOrders.${error}`)
    expect(chain.ctx.storage.limitOrders.orders.keys()).toEqual([])
    expect(chain.free(alice.account)).toBe(RICH_RAO)
  })

  it('trades no further than the strictest limit', () => {
    const chain = ordersChain()
    const strict = buy({ limitPrice: TAO, maxSlippage: 1_000 })
    expect(executeBatch(chain, [buy({ amount: 9n * TAO }), strict])).toBe(
      'SubtensorModule.SlippageTooHigh',
    )
  })
})
