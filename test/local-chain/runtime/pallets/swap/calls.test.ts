/**
 * Goal: the calls of Swap do what they say and refuse without a trace.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { badOrigin } from '../../../../../local-chain/frame/dispatch-error.ts'
import { ROOT, signed } from '../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../local-chain/runtime/pallets/swap/calls.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/swap/errors.ts'
import { events } from '../../../../../local-chain/runtime/pallets/swap/events.ts'
import { expectLastEvent, expectNoop, testAccount, testChain } from '../../../../support/runtime.ts'

const alice = testAccount(1)

function chainWithSubnet() {
  const chain = testChain()
  chain.ctx.storage.subtensor.networksAdded.set(1, true)
  return chain
}

describe('Swap.set_fee_rate', () => {
  it('stores the rate and emits FeeRateSet', () => {
    const chain = chainWithSubnet()
    calls.setFeeRate.run(chain.ctx, ROOT, { netuid: 1, rate: 10_000 })
    expect(chain.ctx.storage.swap.feeRate.get(1)).toBe(10_000)
    expectLastEvent(chain, events.FeeRateSet, { netuid: 1, rate: 10_000 })
  })

  it.each([
    ['a signed origin', signed(alice), 9, 10_001, badOrigin],
    ['an unknown subnet, before the rate', ROOT, 9, 10_001, errors.MechanismDoesNotExist],
    ['a rate above the maximum', ROOT, 1, 10_001, errors.FeeRateTooHigh],
  ])('leaves storage untouched: %s', (_why, origin, netuid, rate, error) => {
    const chain = chainWithSubnet()
    expectNoop(chain, () => calls.setFeeRate.run(chain.ctx, origin, { netuid, rate }), error)
  })
})

describe('the calls of former pools', () => {
  it.each([
    calls.addLiquidity,
    calls.removeLiquidity,
    calls.modifyPosition,
    calls.toggleUserLiquidity,
    calls.disableLp,
  ])('refuse root and everybody else', (call) => {
    const chain = chainWithSubnet()
    for (const origin of [ROOT, signed(alice)]) {
      expectNoop(chain, () => call.run(chain.ctx, origin, {}), errors.Deprecated)
    }
  })
})
