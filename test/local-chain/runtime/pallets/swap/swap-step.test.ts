/**
 * Goal: one trade gives what the chain gives, refusals included, and quotes agree with it.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { DispatchFailure } from '../../../../../local-chain/frame/dispatch-error.ts'
import { U64F64 } from '../../../../../local-chain/frame/fixed/index.ts'
import {
  adjustProtocolLiquidity,
  clearProtocolLiquidity,
  currentAlphaPriceRao,
  initializePool,
  PRICE_MAX,
  simulateSwap,
  swap,
} from '../../../../../local-chain/runtime/pallets/swap/pool.ts'
import {
  simSwapAlphaForTao,
  simSwapTaoForAlpha,
} from '../../../../../local-chain/runtime/pallets/swap/simulate.ts'
import { swapStep } from '../../../../../local-chain/runtime/pallets/swap/swap-step.ts'
import { testChain } from '../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../support/shared.ts'

interface StepCase {
  name: string
  side: 'buy' | 'sell'
  tao_reserve: string
  alpha_reserve: string
  quote_weight: string
  fee_rate: number
  drop_fees: boolean
  minimum_reserve: string
  amount: string
  limit_price_bits: string
  expected?: Record<string, string | boolean>
  expected_error?: string
}

describe.skipIf(!hasShared)('swapStep (needs ../shared/vectors/swap)', () => {
  const cases = hasShared
    ? sharedJson<{ cases: StepCase[] }>('vectors/swap/swap_step.json').cases
    : []
  it.each(cases)('$name', (c) => {
    const result = swapStep({
      side: c.side,
      reserves: { tao: BigInt(c.tao_reserve), alpha: BigInt(c.alpha_reserve) },
      quoteWeight: BigInt(c.quote_weight),
      feeRate: c.drop_fees ? 0 : c.fee_rate,
      minimumReserve: BigInt(c.minimum_reserve),
      amount: BigInt(c.amount),
      limit: U64F64.fromBits(BigInt(c.limit_price_bits)),
    })
    if (result instanceof DispatchFailure) {
      expect(result.message).toBe(c.expected_error)
      return
    }
    expect({
      amount_paid_in: result.amountPaidIn.toString(),
      amount_paid_out: result.amountPaidOut.toString(),
      fee_paid: result.feePaid.toString(),
      fee_to_block_author: result.feeToBlockAuthor.toString(),
      partial: c.expected?.['partial'],
    }).toEqual(c.expected)
  })
})

interface SimCase {
  name: string
  fn: 'sim_swap_tao_for_alpha' | 'sim_swap_alpha_for_tao'
  mechanism: number
  subnet_exists: boolean
  tao_reserve: string
  alpha_reserve: string
  quote_weight: string
  fee_rate: number
  amount: string
  current_alpha_price: string
  expected: Record<string, string>
}

function pool(state: { tao: bigint; alpha: bigint; quote?: bigint; feeRate?: number }) {
  const chain = testChain()
  const s = chain.ctx.storage
  s.subtensor.networksAdded.set(1, true)
  s.subtensor.subnetMechanism.set(1, 1)
  s.subtensor.subnetTao.set(1, state.tao)
  s.subtensor.subnetAlphaIn.set(1, state.alpha)
  if (state.quote !== undefined) {
    s.swap.swapBalancer.set(1, { quote: state.quote })
    s.swap.palSwapInitialized.set(1, true)
  }
  if (state.feeRate !== undefined) s.swap.feeRate.set(1, state.feeRate)
  chain.commit()
  return chain
}

describe.skipIf(!hasShared)('quotes (needs ../shared/vectors/swap)', () => {
  const cases = hasShared
    ? sharedJson<{ cases: SimCase[] }>('vectors/swap/sim_swap.json').cases
    : []
  it.each(cases)('$name', (c) => {
    const chain = pool({
      tao: BigInt(c.tao_reserve),
      alpha: BigInt(c.alpha_reserve),
      quote: BigInt(c.quote_weight),
      feeRate: c.fee_rate,
    })
    chain.ctx.storage.subtensor.subnetMechanism.set(1, c.mechanism)
    if (!c.subnet_exists) chain.ctx.storage.subtensor.networksAdded.remove(1)
    chain.commit()
    const quote = c.fn === 'sim_swap_tao_for_alpha' ? simSwapTaoForAlpha : simSwapAlphaForTao
    const result = quote(chain.ctx, 1, BigInt(c.amount))
    expect({
      tao_amount: result.taoAmount.toString(),
      alpha_amount: result.alphaAmount.toString(),
      tao_fee: result.taoFee.toString(),
      alpha_fee: result.alphaFee.toString(),
      tao_slippage: result.taoSlippage.toString(),
      alpha_slippage: result.alphaSlippage.toString(),
    }).toEqual(c.expected)
    expect(currentAlphaPriceRao(chain.ctx, 1).toString()).toBe(c.current_alpha_price)
    expect(chain.ctx.state.takeDiff()).toEqual([])
  })
})

describe('the pool of a subnet', () => {
  const order = {
    netuid: 1,
    side: 'buy',
    amount: 10n ** 9n,
    limit: PRICE_MAX,
    dropFees: false,
  } as const

  it('is initialised at one half by its first trade, over an earlier adjustment', () => {
    const { ctx } = pool({ tao: 10n ** 12n, alpha: 2n * 10n ** 12n })
    const { swapBalancer, palSwapInitialized } = ctx.storage.swap
    swapBalancer.set(1, { quote: 6n * 10n ** 17n })
    simulateSwap(ctx, order)
    expect(swapBalancer.get(1).quote).toBe(6n * 10n ** 17n)
    // 0.9996 TAO for alpha at 0.5 each: vectors/staking/counters.json
    expect(swap(ctx, order).amountPaidOut).toBe(1_996_996_914n)
    expect(swapBalancer.get(1).quote).toBe(5n * 10n ** 17n)
    expect(palSwapInitialized.get(1)).toBe(true)
  })

  it('leaves a refused trade without a trace', () => {
    const { ctx } = pool({ tao: 10n ** 12n, alpha: 999_999n })
    expect(() => swap(ctx, order)).toThrow('Swap.ReservesTooLow')
    expect(ctx.state.takeDiff()).toEqual([])
  })

  it('refuses an injection that no allowed weight balances', () => {
    const { ctx } = pool({ tao: 10n ** 9n, alpha: 10n ** 9n })
    expect(adjustProtocolLiquidity(ctx, 1, 10n ** 12n, 0n)).toEqual({ tao: 0n, alpha: 0n })
    expect(ctx.state.takeDiff()).toEqual([])
    expect(adjustProtocolLiquidity(ctx, 1, 10n, 10n)).toEqual({ tao: 10n, alpha: 10n })
  })

  it('takes a given price, or refuses what no weight gives', () => {
    const { ctx } = pool({ tao: 1n, alpha: 10n ** 12n })
    expect(() => initializePool(ctx, 1, U64F64.one)).toThrow('Swap.ReservesOutOfBalance')
    ctx.storage.subtensor.subnetTao.set(1, 10n ** 12n)
    initializePool(ctx, 1, U64F64.one)
    expect(ctx.storage.swap.swapBalancer.get(1).quote).toBe(5n * 10n ** 17n)
  })

  it('starts with defaults again after it was cleared', () => {
    const { ctx } = pool({ tao: 1n, alpha: 1n, quote: 6n * 10n ** 17n, feeRate: 7 })
    clearProtocolLiquidity(ctx, 1)
    expect(ctx.storage.swap.feeRate.get(1)).toBe(33)
    expect(ctx.storage.swap.swapBalancer.exists(1)).toBe(false)
    expect(ctx.storage.swap.palSwapInitialized.exists(1)).toBe(false)
  })
})
