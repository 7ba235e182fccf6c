/**
 * Goal: in safe mode only the needed calls pass, for as long as root decides. Method: the rules of
 * pallet_safe_mode on a chain in memory, with the durations and calls that the author series recorded.
 */
import { describe, expect, it } from 'vitest'
import type { RuntimeCallValue } from '../../../../../local-chain/frame/call-table.ts'
import { badOrigin } from '../../../../../local-chain/frame/dispatch-error.ts'
import { NONE, type Origin, ROOT, signed } from '../../../../../local-chain/frame/origin.ts'
import { type AnyCall, call } from '../../../../../local-chain/frame/pallet.ts'
import { dispatch } from '../../../../../local-chain/runtime/executive/dispatch.ts'
import { calls } from '../../../../../local-chain/runtime/pallets/safe-mode/calls/index.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/safe-mode/errors.ts'
import { events } from '../../../../../local-chain/runtime/pallets/safe-mode/events.ts'
import { leaveWhenOver } from '../../../../../local-chain/runtime/pallets/safe-mode/mode.ts'
import { passesSafeMode } from '../../../../../local-chain/runtime/pallets/safe-mode/whitelist.ts'
import {
  expectLastEvent,
  expectNoop,
  type TestChain,
  testAccount,
  testChain,
} from '../../../../support/runtime.ts'

const who = signed(testAccount(0xaa))

function chainAt(block: number): TestChain {
  const chain = testChain()
  chain.ctx.blockNumber = block
  return chain
}

const run = (chain: TestChain, of: AnyCall, origin: Origin = ROOT, args: unknown = {}) =>
  of.run(chain.ctx, origin, args)

/** A call of this name that does nothing. */
function callNamed(fullName: string): RuntimeCallValue {
  const [pallet, name] = fullName.split('.') as [string, string]
  return {
    palletIndex: 0,
    pallet,
    name,
    args: {},
    call: call({
      index: 0,
      docs: 'Does nothing.',
      args: {},
      info: { weight: { refTime: 0n, proofSize: 0n } },
      run() {},
    }),
  }
}

describe('safe mode', () => {
  it('lasts 7,200 blocks, and 3,600 more each time that root extends it', () => {
    const chain = chainAt(143)
    run(chain, calls.forceEnter)
    expectLastEvent(chain, events.Entered, { until: 7_343 })
    expectNoop(chain, () => run(chain, calls.forceEnter), errors.Entered)
    chain.ctx.blockNumber = 146
    run(chain, calls.forceExtend)
    expectLastEvent(chain, events.Extended, { until: 10_943 })
  })

  it('ends in the block after its last one, or when root ends it', () => {
    const chain = chainAt(100)
    run(chain, calls.forceEnter)
    chain.ctx.blockNumber = 7_300
    leaveWhenOver(chain.ctx)
    expect(chain.ctx.storage.safeMode.enteredUntil.exists()).toBe(true)
    chain.ctx.blockNumber = 7_301
    leaveWhenOver(chain.ctx)
    expectLastEvent(chain, events.Exited, { reason: 'Timeout' })
    expectNoop(chain, () => run(chain, calls.forceExit), errors.Exited)
    expectNoop(chain, () => run(chain, calls.forceExtend), errors.Exited)
    run(chain, calls.forceEnter)
    run(chain, calls.forceExit)
    expectLastEvent(chain, events.Exited, { reason: 'Force' })
    expect(chain.ctx.storage.safeMode.enteredUntil.exists()).toBe(false)
  })

  it('is root alone to decide about: nobody enters or extends for a deposit', () => {
    const chain = chainAt(1)
    for (const of of [calls.forceEnter, calls.forceExtend, calls.forceExit]) {
      expectNoop(chain, () => run(chain, of, who), badOrigin)
    }
    expectNoop(chain, () => run(chain, calls.enter, who), errors.NotConfigured)
    expectNoop(chain, () => run(chain, calls.extend, who), errors.Exited)
    run(chain, calls.forceEnter)
    expectNoop(chain, () => run(chain, calls.enter, who), errors.Entered)
    expectNoop(chain, () => run(chain, calls.extend, who), errors.NotConfigured)
  })

  it('knows no deposits', () => {
    const chain = chainAt(1)
    const args = { account: testAccount(0xaa), block: 1 }
    expectNoop(chain, () => run(chain, calls.releaseDeposit, who, args), errors.NoDeposit)
    for (const of of [calls.forceReleaseDeposit, calls.forceSlashDeposit]) {
      expectNoop(chain, () => run(chain, of, ROOT, args), errors.NoDeposit)
      expectNoop(chain, () => run(chain, of, who, args), badOrigin)
    }
  })
})

describe('calls in safe mode', () => {
  const passes = (chain: TestChain, name: string) => passesSafeMode(chain.ctx, callNamed(name))

  it.each([
    'Sudo.sudo',
    'Multisig.as_multi',
    'System.remark',
    'SafeMode.enter',
    'Timestamp.set',
    'SubtensorModule.set_weights',
    'SubtensorModule.serve_axon',
    'Commitments.set_commitment',
  ])('%s passes', (name) => {
    const chain = chainAt(1)
    run(chain, calls.forceEnter)
    expect(passes(chain, name)).toBe(true)
  })

  it.each([
    'SubtensorModule.add_stake',
    'SubtensorModule.serve_prometheus',
    'SubtensorModule.batch_set_weights',
    'AdminUtils.sudo_set_tempo',
    'Commitments.set_max_space',
    'Proxy.proxy',
    'Utility.as_derivative',
  ])('%s is stopped', (name) => {
    const chain = chainAt(1)
    expect(passes(chain, name)).toBe(true)
    run(chain, calls.forceEnter)
    expect(passes(chain, name)).toBe(false)
  })

  it('are stopped before they do anything, unless root makes them', () => {
    const chain = chainAt(1)
    const burn = callNamed('Balances.burn')
    const labelOf = (origin: Origin) => {
      const outcome = dispatch(chain.ctx, origin, burn)
      return outcome.ok ? 'ok' : outcome.failure.message
    }
    expect([who, NONE, ROOT].map(labelOf)).toEqual(['ok', 'ok', 'ok'])
    run(chain, calls.forceEnter)
    expect([who, NONE, ROOT].map(labelOf)).toEqual([
      'System.CallFiltered',
      'System.CallFiltered',
      'ok',
    ])
  })
})
