/**
 * Goal: a limit order is filled when and only when its signer's terms hold. Method: each rule of
 * `../shared/spec/swap.md` 11 on single orders; recorded series play the rest in `../../replay.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../../../local-chain/frame/origin.ts'
import { RICH_RAO } from '../../../../../local-chain/runtime/genesis/dev-accounts.ts'
import { events } from '../../../../../local-chain/runtime/pallets/limit-orders/events.ts'
import {
  orderIdOf,
  swapLimit,
} from '../../../../../local-chain/runtime/pallets/limit-orders/orders.ts'
import type {
  Order,
  SignedOrder,
} from '../../../../../local-chain/runtime/pallets/limit-orders/types.ts'
import { stakeOf } from '../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { U64_MAX } from '../../../../../local-chain/runtime/u64.ts'
import { bytesToHex } from '../../../../../src/primitives/hex.ts'
import { ed25519Signer } from '../../../../support/extrinsics.ts'
import {
  alice,
  bob,
  execute,
  FEES,
  order,
  ordersChain,
  RELAYER,
  sign,
  stakeKey,
  TAO,
} from './orders-chain.ts'

const NOW = 12_000n
const PERCENT = 10_000_000

describe('validity', () => {
  const refused: [string, Partial<Order>, bigint?][] = [
    ['RootNetUidNotAllowed', { netuid: 0, chainId: 1n }],
    ['ChainIdMismatch', { chainId: 1n, expiry: NOW - 1n }],
    ['OrderExpired', { expiry: NOW - 1n, limitPrice: TAO - 1n }],
    ['PriceConditionNotMet', { limitPrice: TAO - 1n, relayer: [FEES] }],
    ['PriceConditionNotMet', { orderType: 'StopLoss', limitPrice: TAO - 1n }],
    ['PriceConditionNotMet', { orderType: 'TakeProfit', limitPrice: TAO + 1n }],
    ['RelayerMissMatch', { relayer: [FEES] }, 1n],
    ['RelayerRequiredForPartialFill', {}, 0n],
    ['PartialFillsNotEnabled', { relayer: [RELAYER] }, 0n],
    ['IncorrectPartialFillAmount', { relayer: [RELAYER], partialFillsEnabled: true }, 0n],
    [
      'IncorrectPartialFillAmount',
      { relayer: [RELAYER], partialFillsEnabled: true },
      10n * TAO + 1n,
    ],
  ]
  it.each(refused)('%s comes before what is later in the list', (error, fields, part) => {
    const chain = ordersChain()
    expect(execute(chain, sign(alice, order(alice, fields), part))).toBe(`LimitOrders.${error}`)
  })

  it.each([
    ['LimitBuy', TAO],
    ['TakeProfit', TAO],
    ['StopLoss', TAO],
  ] as const)(
    '%s is filled at its very limit, in its last millisecond',
    (orderType, limitPrice) => {
      const chain = ordersChain()
      const signed = sign(bob, order(bob, { orderType, limitPrice, expiry: NOW }))
      expect(execute(chain, signed)).toBe('ok')
    },
  )

  it('asks for an sr25519 signature of the signer over the whole order', () => {
    const chain = ordersChain()
    const ed = ed25519Signer()
    const own = order(ed)
    const bytes = sign(ed, own).signature.value
    const tries: SignedOrder[] = [
      sign(bob, order(alice)),
      { ...sign(alice, order(alice)), order: { type: 'V1', value: order(alice, { amount: TAO }) } },
      { ...sign(ed, own), signature: { type: 'Ed25519', value: bytes } },
    ]
    for (const signed of tries) {
      expect(execute(chain, signed)).toBe('LimitOrders.InvalidSignature')
    }
  })

  it('lets each order be filled once', () => {
    const chain = ordersChain()
    const signed = sign(alice, order(alice))
    expect(execute(chain, signed)).toBe('ok')
    expect(execute(chain, signed)).toBe('LimitOrders.OrderAlreadyProcessed')
  })
})

describe('a fill', () => {
  it('of a buy keeps the fee out of the trade', () => {
    const chain = ordersChain()
    expect(execute(chain, sign(alice, order(alice, { feeRate: PERCENT })))).toBe('ok')
    expect(chain.free(FEES)).toBe(TAO / 10n)
    expect(chain.free(alice.account)).toBe(RICH_RAO - 10n * TAO)
    const bought = stakeOf(chain.ctx, stakeKey(alice.account))
    const last = chain.ctx.events.records.at(-1)
    expect(bytesToHex(last?.bytes ?? new Uint8Array())).toBe(
      bytesToHex(
        events.OrderExecuted.encode({
          orderId: orderIdOf({ type: 'V1', value: order(alice, { feeRate: PERCENT }) }),
          signer: alice.account,
          netuid: 1,
          orderType: 'LimitBuy',
          amountIn: (10n * TAO * 99n) / 100n,
          amountOut: bought,
        }),
      ),
    )
  })

  it('of a sell takes the fee from what it gave', () => {
    const chain = ordersChain()
    const sell = order(bob, { orderType: 'TakeProfit', feeRate: PERCENT })
    expect(execute(chain, sign(bob, sell))).toBe('ok')
    const earned = chain.free(bob.account) - RICH_RAO
    const fee = chain.free(FEES)
    expect(fee).toBe((earned + fee) / 100n)
    expect(stakeOf(chain.ctx, stakeKey(bob.account))).toBe(90n * TAO)
  })

  it('is a whole one or none within the slippage', () => {
    const chain = ordersChain()
    const whole = order(alice, { limitPrice: TAO, maxSlippage: 1_000 })
    expect(execute(chain, sign(alice, whole))).toBe('SubtensorModule.SlippageTooHigh')
    expect(execute(chain, sign(alice, { ...whole, maxSlippage: PERCENT }))).toBe('ok')
  })

  it('may reach the limit and the slippage beyond it, or any price without one', () => {
    const at = (orderType: Order['orderType'], maxSlippage?: number) =>
      swapLimit(order(alice, { orderType, limitPrice: 1_999n, maxSlippage }))
    expect([at('LimitBuy'), at('StopLoss'), at('TakeProfit')]).toEqual([U64_MAX, 0n, 0n])
    expect([at('LimitBuy', PERCENT), at('StopLoss', PERCENT)]).toEqual([2_018n, 1_980n])
  })

  it('in parts goes on until the amount is reached', () => {
    const chain = ordersChain()
    const { orders } = chain.ctx.storage.limitOrders
    const value = order(alice, { relayer: [RELAYER], partialFillsEnabled: true })
    const id = orderIdOf({ type: 'V1', value })
    expect(execute(chain, sign(alice, value, 4n * TAO))).toBe('ok')
    expect(orders.get(id)).toEqual({ type: 'PartiallyFilled', value: 4n * TAO })
    for (const part of [undefined, 6n * TAO + 1n]) {
      const result = execute(chain, sign(alice, value, part))
      expect(result).toBe('LimitOrders.IncorrectPartialFillAmount')
    }
    expect(execute(chain, sign(alice, value, 6n * TAO))).toBe('ok')
    expect(orders.get(id)).toEqual({ type: 'Fulfilled' })
  })
})

describe('execute_orders', () => {
  const poor = sign(alice, order(alice, { amount: 2n * RICH_RAO }))
  const good = sign(alice, order(alice))

  it('passes over what cannot be filled', () => {
    const chain = ordersChain()
    const args = { orders: [poor, good], shouldFail: false }
    chain.must(RELAYER, 'LimitOrders.execute_orders', args)
    expect(chain.events[0]).toBe('LimitOrders.OrderSkipped')
    expect(chain.events.at(-1)).toBe('LimitOrders.OrderExecuted')
  })

  it('undoes all when it is told to', () => {
    const chain = ordersChain()
    const args = { orders: [good, poor], shouldFail: true }
    const result = chain.apply(RELAYER, 'LimitOrders.execute_orders', args)
    expect(result).toBe('SubtensorModule.NotEnoughBalanceToStake')
    expect(chain.free(alice.account)).toBe(RICH_RAO)
    expect(chain.ctx.storage.limitOrders.orders.keys()).toEqual([])
  })
})

describe('cancel_order and set_pallet_status', () => {
  const versioned = { type: 'V1', value: order(alice) } as const

  it('take an order back for good, also while all is switched off', () => {
    const chain = ordersChain()
    chain.must(ROOT, 'LimitOrders.set_pallet_status', { enabled: false })
    expect(execute(chain, sign(alice, versioned.value))).toBe('LimitOrders.LimitOrdersDisabled')
    const cancel = (who: typeof RELAYER) =>
      chain.apply(who, 'LimitOrders.cancel_order', { order: versioned })
    expect(cancel(bob.account)).toBe('LimitOrders.Unauthorized')
    expect(cancel(alice.account)).toBe('ok')
    expect(cancel(alice.account)).toBe('LimitOrders.OrderAlreadyProcessed')
    chain.must(ROOT, 'LimitOrders.set_pallet_status', { enabled: true })
    expect(execute(chain, sign(alice, versioned.value))).toBe('LimitOrders.OrderCancelled')
  })

  it('are for the signer and for root, who needs the hotkey of the pallet', () => {
    const chain = ordersChain()
    const enable = { enabled: true }
    expect(chain.apply(alice.account, 'LimitOrders.set_pallet_status', enable)).toBe('BadOrigin')
    chain.ctx.storage.subtensor.owner.clear()
    expect(chain.apply(ROOT, 'LimitOrders.set_pallet_status', enable)).toBe(
      'LimitOrders.PalletHotkeyNotRegistered',
    )
  })
})
