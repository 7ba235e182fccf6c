/**
 * Goal: moving, burning and recycling TAO leaves balances and both issuance counters as on the chain.
 * Method: recorded cases. They ran with an existential deposit of 100 rao, so every amount is taken
 * five times to keep its relation to the real one of 500.
 */
import { describe, expect, it } from 'vitest'
import { DispatchFailure } from '../../../../../local-chain/frame/dispatch-error.ts'
import type { Ctx } from '../../../../../local-chain/runtime/context.ts'
import { EXISTENTIAL_DEPOSIT } from '../../../../../local-chain/runtime/pallets/balances/account.ts'
import {
  depositCredit,
  freeBalance,
} from '../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { mintTao } from '../../../../../local-chain/runtime/pallets/subtensor/block-step/block-emission.ts'
import { BURN_ACCOUNT } from '../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import {
  recycleTao,
  transferTao,
} from '../../../../../local-chain/runtime/pallets/subtensor/tao.ts'
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { testAccount, testChain } from '../../../../support/runtime.ts'
import { hasShared } from '../../../../support/shared.ts'
import { emissionVectors } from './block-step/support.ts'

interface TaoInputs {
  origin: string
  dest: string
  coldkey: string
  burn_address: string
  amount: string
  existential_deposit: string
}
interface TaoExpected {
  origin?: string
  dest?: string
  coldkey?: string
  burn_address?: string
  delta_balances_issuance?: string
  delta_total_issuance?: string
  error?: string | null
}

const SCALE = 5n
const scaled = (amount: string): bigint => BigInt(amount) * SCALE
const alice = testAccount(1)
const bob = testAccount(2)

function fund(ctx: Ctx, who: AccountId, amount: string): void {
  if (BigInt(amount) > 0n) depositCredit(ctx, who, mintTao(ctx, scaled(amount)))
}

function expectOutcome(ctx: Ctx, expected: TaoExpected, body: () => void): void {
  const balances = ctx.storage.balances.totalIssuance
  const issued = ctx.storage.subtensor.totalIssuance
  const before = [balances.get(), issued.get()] as const
  let error: string | null = null
  try {
    ctx.transaction(body)
  } catch (failure) {
    if (!(failure instanceof DispatchFailure)) throw failure
    error = failure.message.replace('SubtensorModule.', '')
  }
  expect(error).toBe(expected.error ?? null)
  const balance = (who: AccountId, wanted: string | undefined) => {
    if (wanted !== undefined) expect(freeBalance(ctx, who)).toBe(scaled(wanted))
  }
  balance(alice, expected.origin ?? expected.coldkey)
  balance(bob, expected.dest)
  balance(BURN_ACCOUNT, expected.burn_address)
  if (expected.delta_balances_issuance !== undefined) {
    expect(balances.get() - before[0]).toBe(scaled(expected.delta_balances_issuance))
  }
  if (expected.delta_total_issuance !== undefined) {
    expect(issued.get() - before[1]).toBe(scaled(expected.delta_total_issuance))
  }
}

const cases = (fn: string) => emissionVectors<TaoInputs, TaoExpected>('tao', fn)

describe.skipIf(!hasShared)('TAO vectors', () => {
  it.each(cases('transfer_tao'))('moves: $name', ({ inputs, expected }) => {
    expect(scaled(inputs.existential_deposit)).toBe(EXISTENTIAL_DEPOSIT)
    const { ctx } = testChain()
    fund(ctx, alice, inputs.origin)
    const target = inputs.dest === 'self' ? alice : bob
    if (target === bob) fund(ctx, bob, inputs.dest)
    expectOutcome(ctx, expected, () => transferTao(ctx, alice, target, scaled(inputs.amount)))
  })

  it.each(cases('burn_tao'))('burns: $name', ({ inputs, expected }) => {
    const { ctx } = testChain()
    fund(ctx, alice, inputs.coldkey)
    fund(ctx, BURN_ACCOUNT, inputs.burn_address)
    expectOutcome(ctx, expected, () => transferTao(ctx, alice, BURN_ACCOUNT, scaled(inputs.amount)))
  })

  it.each(cases('recycle_tao'))('recycles: $name', ({ inputs, expected }) => {
    const { ctx } = testChain()
    fund(ctx, alice, inputs.coldkey)
    expectOutcome(ctx, expected, () => recycleTao(ctx, alice, scaled(inputs.amount)))
  })
})
