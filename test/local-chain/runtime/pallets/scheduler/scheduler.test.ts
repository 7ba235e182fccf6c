/**
 * Goal: tasks run when they are due, by priority, again where wished, and leave when cancelled. Method: the
 * rules of pallet_scheduler on a chain in memory; the recorded series play the calls in `replay.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import { CallTable, type RuntimeCallValue } from '../../../../../local-chain/frame/call-table.ts'
import { badOrigin, otherError } from '../../../../../local-chain/frame/dispatch-error.ts'
import { ROOT, signed } from '../../../../../local-chain/frame/origin.ts'
import { type AnyCall, call } from '../../../../../local-chain/frame/pallet.ts'
import { u32, u64 } from '../../../../../local-chain/frame/types/primitives.ts'
import { calls } from '../../../../../local-chain/runtime/pallets/scheduler/calls/index.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/scheduler/errors.ts'
import { events } from '../../../../../local-chain/runtime/pallets/scheduler/events.ts'
import { serviceAgendas } from '../../../../../local-chain/runtime/pallets/scheduler/service.ts'
import {
  eventNames,
  expectLastEvent,
  expectNoop,
  type TestChain,
  testAccount,
  testChain,
} from '../../../../support/runtime.ts'

const NAME = new Uint8Array(32).fill(0x10)

/** A chain with one call, which notes that it ran and costs and fails as asked. */
function schedulingChain() {
  const ran: number[] = []
  const failing = new Set<number>()
  const note = call({
    index: 0,
    docs: 'Notes that it ran.',
    args: { mark: u32, cost: u64 },
    info: (_ctx, { cost }) => ({ weight: { refTime: cost, proofSize: 0n } }),
    run(_ctx, _origin, { mark }) {
      if (failing.has(mark)) throw otherError
      ran.push(mark)
    },
  })
  const chain = testChain()
  const table = new CallTable()
  table.add(0, { pallet: 'Test', name: 'note', call: note })
  Object.assign(chain.ctx.state, { calls: table })
  chain.ctx.blockNumber = 10
  const value = (mark: number, cost = 0n): RuntimeCallValue => {
    return { palletIndex: 0, pallet: 'Test', name: 'note', call: note, args: { mark, cost } }
  }
  return { chain, ran, failing, value }
}

const root = (chain: TestChain, of: AnyCall, args: unknown) => of.run(chain.ctx, ROOT, args)

function runUntil(chain: TestChain, block: number): void {
  while (chain.ctx.blockNumber < block) {
    chain.ctx.blockNumber++
    serviceAgendas(chain.ctx)
  }
}

describe('schedule', () => {
  it('runs a task at the start of its block, by priority, then by place', () => {
    const { chain, ran, value } = schedulingChain()
    for (const [mark, priority] of [
      [1, 9],
      [2, 3],
      [3, 9],
    ] as const) {
      root(chain, calls.schedule, { when: 12, priority, call: value(mark) })
    }
    expectLastEvent(chain, events.Scheduled, { when: 12, index: 2 })
    runUntil(chain, 11)
    expect(ran).toEqual([])
    runUntil(chain, 12)
    expect(ran).toEqual([2, 1, 3])
    expectLastEvent(chain, events.Dispatched, { task: [12, 2], id: undefined, result: undefined })
    expect(chain.ctx.storage.scheduler.agenda.exists(12)).toBe(false)
  })

  it('counts from the block after the next where it is told how long to wait', () => {
    const { chain, value } = schedulingChain()
    root(chain, calls.scheduleAfter, { after: 2, priority: 0, call: value(1) })
    expectLastEvent(chain, events.Scheduled, { when: 13, index: 0 })
  })

  it('is for root, for blocks to come, and for 50 tasks in one', () => {
    const { chain, value } = schedulingChain()
    const at = (when: number) => ({ when, priority: 0, call: value(1) })
    expectNoop(
      chain,
      () => calls.schedule.run(chain.ctx, signed(testAccount(1)), at(12)),
      badOrigin,
    )
    expectNoop(chain, () => root(chain, calls.schedule, at(10)), errors.TargetBlockNumberInPast)
    for (let i = 0; i < 50; i++) root(chain, calls.schedule, at(12))
    expectNoop(chain, () => root(chain, calls.schedule, at(12)), 'Exhausted')
    root(chain, calls.cancel, { when: 12, index: 7 })
    root(chain, calls.schedule, at(12))
    expectLastEvent(chain, events.Scheduled, { when: 12, index: 7 })
  })

  it('repeats as often as asked, under the same name', () => {
    const { chain, ran, value } = schedulingChain()
    const task = { id: NAME, when: 11, maybePeriodic: [3, 3], priority: 0, call: value(1) }
    root(chain, calls.scheduleNamed, task)
    expectNoop(
      chain,
      () => root(chain, calls.scheduleNamed, { ...task, when: 12 }),
      errors.FailedToSchedule,
    )
    runUntil(chain, 11)
    expect(chain.ctx.storage.scheduler.lookup.get(NAME)).toEqual([14, 0])
    runUntil(chain, 40)
    expect(ran).toEqual([1, 1, 1])
    expect(chain.ctx.storage.scheduler.lookup.exists(NAME)).toBe(false)
  })

  it.each([
    [[3, 1], 1],
    [[0, 5], 1],
  ])('takes %o as no repetition', (maybePeriodic, runs) => {
    const { chain, ran, value } = schedulingChain()
    root(chain, calls.schedule, { when: 11, maybePeriodic, priority: 0, call: value(1) })
    runUntil(chain, 20)
    expect(ran).toHaveLength(runs)
  })
})

describe('cancel', () => {
  it('shortens the agenda to its last task', () => {
    const { chain, ran, value } = schedulingChain()
    const { agenda } = chain.ctx.storage.scheduler
    for (const mark of [1, 2, 3]) {
      root(chain, calls.schedule, { when: 12, priority: 0, call: value(mark) })
    }
    root(chain, calls.cancel, { when: 12, index: 1 })
    expect(agenda.get(12)).toHaveLength(3)
    root(chain, calls.cancel, { when: 12, index: 2 })
    expectLastEvent(chain, events.Canceled, { when: 12, index: 2 })
    expect(agenda.get(12)).toHaveLength(1)
    expectNoop(chain, () => root(chain, calls.cancel, { when: 12, index: 1 }), errors.NotFound)
    runUntil(chain, 12)
    expect(ran).toEqual([1])
  })

  it('finds a task by its name, once', () => {
    const { chain, value } = schedulingChain()
    root(chain, calls.scheduleNamed, { id: NAME, when: 12, priority: 0, call: value(1) })
    root(chain, calls.setRetryNamed, { id: NAME, retries: 1, period: 2 })
    root(chain, calls.cancelNamed, { id: NAME })
    const { agenda, lookup, retries } = chain.ctx.storage.scheduler
    expect([agenda.exists(12), lookup.exists(NAME), retries.exists([12, 0])]).toEqual([
      false,
      false,
      false,
    ])
    expectNoop(chain, () => root(chain, calls.cancelNamed, { id: NAME }), errors.NotFound)
  })
})

describe('retries', () => {
  it('try a failed task again as a task of its own, as often as set', () => {
    const { chain, failing, value } = schedulingChain()
    failing.add(1)
    root(chain, calls.scheduleNamed, { id: NAME, when: 11, priority: 5, call: value(1) })
    root(chain, calls.setRetryNamed, { id: NAME, retries: 2, period: 3 })
    expectLastEvent(chain, events.RetrySet, { task: [11, 0], id: NAME, period: 3, retries: 2 })
    runUntil(chain, 11)
    const { agenda, retries } = chain.ctx.storage.scheduler
    expect(agenda.get(14)[0]).toMatchObject({ maybeId: undefined, priority: 5 })
    expect(retries.get([14, 0])).toEqual({ totalRetries: 2, remaining: 1, period: 3 })
    runUntil(chain, 40)
    expect(eventNames(chain).filter((name) => name === 'Scheduler.Dispatched')).toHaveLength(3)
  })

  it('stop when the task succeeds or they are cancelled', () => {
    const { chain, failing, value } = schedulingChain()
    failing.add(1)
    root(chain, calls.schedule, { when: 11, priority: 0, call: value(1) })
    root(chain, calls.setRetry, { task: [11, 0], retries: 9, period: 1 })
    runUntil(chain, 12)
    failing.clear()
    runUntil(chain, 13)
    expect(chain.ctx.storage.scheduler.retries.keys()).toEqual([])

    root(chain, calls.schedule, { when: 15, priority: 0, call: value(2) })
    root(chain, calls.setRetry, { task: [15, 0], retries: 9, period: 1 })
    root(chain, calls.cancelRetry, { task: [15, 0] })
    expectLastEvent(chain, events.RetryCancelled, { task: [15, 0], id: undefined })
    expect(chain.ctx.storage.scheduler.retries.keys()).toEqual([])
    for (const of of [calls.setRetry, calls.cancelRetry]) {
      const args = { task: [16, 0], retries: 1, period: 1 }
      expectNoop(chain, () => root(chain, of, args), errors.NotFound)
    }
  })

  it('stay with a task that repeats', () => {
    const { chain, value } = schedulingChain()
    root(chain, calls.schedule, { when: 11, maybePeriodic: [5, 2], priority: 0, call: value(1) })
    root(chain, calls.setRetry, { task: [11, 0], retries: 2, period: 1 })
    runUntil(chain, 11)
    expect(chain.ctx.storage.scheduler.retries.get([16, 0])?.remaining).toBe(2)
  })
})

describe('the room of a block', () => {
  /** More than half of what the tasks of a block may cost. */
  const HALF = 1_700_000_000_000n

  it('leaves what does not fit to the next block, and says so', () => {
    const { chain, ran, value } = schedulingChain()
    for (const mark of [1, 2]) {
      root(chain, calls.schedule, { when: 11, priority: 0, call: value(mark, HALF) })
    }
    runUntil(chain, 11)
    expect(ran).toEqual([1])
    expectLastEvent(chain, events.AgendaIncomplete, { when: 11 })
    expect(chain.ctx.storage.scheduler.incompleteSince.get()).toBe(11)
    runUntil(chain, 12)
    expect(ran).toEqual([1, 2])
    expect(chain.ctx.storage.scheduler.incompleteSince.exists()).toBe(false)
    expect(chain.ctx.storage.scheduler.agenda.exists(11)).toBe(false)
  })

  it('never runs what no block has room for', () => {
    const { chain, ran, value } = schedulingChain()
    root(chain, calls.schedule, { when: 11, priority: 0, call: value(1, 2n * HALF) })
    runUntil(chain, 13)
    expect(ran).toEqual([])
    expectLastEvent(chain, events.PermanentlyOverweight, { task: [11, 0], id: undefined })
    expect(chain.ctx.storage.scheduler.agenda.get(11)).toHaveLength(1)
  })

  it('keeps a task whose call is gone, and says so', () => {
    const { chain, value } = schedulingChain()
    root(chain, calls.schedule, { when: 11, priority: 0, call: value(1) })
    Object.assign(chain.ctx.state, { calls: new CallTable() })
    runUntil(chain, 11)
    expectLastEvent(chain, events.CallUnavailable, { task: [11, 0], id: undefined })
    expect(chain.ctx.storage.scheduler.agenda.get(11)).toHaveLength(1)
  })
})
