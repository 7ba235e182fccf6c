/**
 * Running what is due, at the start of a block: by priority, as long as the block has room.
 *
 * Source: pallet_scheduler, as `../shared/spec/block-pipeline.md` 2 names it.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import type { DispatchWeight } from '../../../frame/types/common.ts'
import { forgetCall, keptCall } from '../../bounded-call.ts'
import type { Ctx } from '../../context.ts'
import { dispatch } from '../../executive/dispatch.ts'
import { addWeights, dispatchInfo, ZERO_WEIGHT } from '../../executive/weights.ts'
import { originOf } from '../utility/origin-of.ts'
import { exhausted, placeTask } from './agenda.ts'
import { MAX_SCHEDULED, MAXIMUM_WEIGHT } from './constants.ts'
import { events } from './events.ts'
import type { RetryConfig, Scheduled, TaskAddress } from './types.ts'
import {
  agendaWeight,
  DISPATCH_SIGNED_WEIGHT,
  DISPATCH_UNSIGNED_WEIGHT,
  RETRY_WEIGHT,
  SERVICE_BASE_WEIGHT,
  taskWeight,
} from './weights.ts'

/** What became of a task: run, left for a later block, or kept because it can never run. */
type Served = 'Done' | 'Postponed' | 'Dropped'

/** Runs the agenda of this block, after those that earlier blocks did not finish. */
export function serviceAgendas(ctx: Ctx): void {
  new Service(ctx).run()
}

class Service {
  readonly #ctx: Ctx
  readonly #now: number
  #used = SERVICE_BASE_WEIGHT
  #executed = 0

  constructor(ctx: Ctx) {
    this.#ctx = ctx
    this.#now = ctx.blockNumber
  }

  run(): void {
    const { incompleteSince } = this.#ctx.storage.scheduler
    let since = this.#now + 1
    let when = incompleteSince.take() ?? this.#now
    while (when <= this.#now && this.#canAfford(agendaWeight(MAX_SCHEDULED))) {
      if (!this.#serviceAgenda(when)) since = Math.min(since, when)
      when++
    }
    since = Math.min(since, when)
    if (since > this.#now) return
    this.#ctx.emit(events.AgendaIncomplete, { when: since })
    incompleteSince.set(since)
  }

  /** @returns whether nothing of it waits for a later block */
  #serviceAgenda(when: number): boolean {
    const { agenda } = this.#ctx.storage.scheduler
    const due = agenda.get(when)
    if (due.length === 0) {
      this.#use(agendaWeight(0))
      return true
    }
    const order = [...due.entries()]
      .flatMap(([index, task]) => (task === undefined ? [] : [{ index, task }]))
      .sort((a, b) => a.task.priority - b.task.priority)
    this.#use(agendaWeight(order.length))

    const left = [...due]
    let postponed = false
    let dropped = false
    for (const { index, task } of order) {
      if (!this.#canAfford(costOf(task))) {
        postponed = true
        break
      }
      const served = this.#serviceTask([when, index], task)
      if (served === 'Done') {
        left[index] = undefined
        this.#executed++
      } else if (served === 'Postponed') postponed = true
      else dropped = true
    }
    if (postponed || dropped) agenda.set(when, left)
    else agenda.remove(when)
    return !postponed
  }

  #serviceTask(address: TaskAddress, task: Scheduled): Served {
    const ctx = this.#ctx
    const { maybeId: id } = task
    if (id !== undefined) ctx.storage.scheduler.lookup.remove(id)
    const call = keptCall(ctx, task.call)
    this.#use(costOf(task))
    if (call === undefined) {
      ctx.emit(events.CallUnavailable, { task: address, id })
      forgetCall(ctx, task.call)
      return 'Dropped'
    }
    const isRoot = task.origin.value.type !== 'Signed'
    const base = isRoot ? DISPATCH_UNSIGNED_WEIGHT : DISPATCH_SIGNED_WEIGHT
    if (!this.#canAfford(addWeights(base, dispatchInfo(ctx, call).weight))) {
      if (this.#executed > 0) return 'Postponed'
      // Nothing ran before it: no later block has more room.
      forgetCall(ctx, task.call)
      ctx.emit(events.PermanentlyOverweight, { task: address, id })
      return 'Dropped'
    }
    this.#use(base)
    this.#runTask(address, task, call)
    return 'Done'
  }

  #runTask(address: TaskAddress, task: Scheduled, call: RuntimeCallValue): void {
    const ctx = this.#ctx
    const { maybeId: id } = task
    const declared = dispatchInfo(ctx, call).weight
    const outcome = dispatch(ctx, originOf(task.origin), call)
    this.#use(outcome.post.actualWeight ?? declared)
    const retry = ctx.storage.scheduler.retries.take(address)
    const result = outcome.ok ? undefined : outcome.failure.value
    ctx.emit(events.Dispatched, { task: address, id, result })
    if (!outcome.ok && retry !== undefined) this.#retry(address, task, retry)
    this.#repeat(address, task, retry)
  }

  /** The next run of a periodic task keeps its name and its retries. */
  #repeat(address: TaskAddress, task: Scheduled, retry: RetryConfig | undefined): void {
    const ctx = this.#ctx
    if (task.maybePeriodic === undefined) {
      forgetCall(ctx, task.call)
      return
    }
    const [period, runs] = task.maybePeriodic
    const maybePeriodic = runs > 1 ? ([period, runs - 1] as const) : undefined
    const next = this.#place(period, { ...task, maybePeriodic })
    if (next === undefined) {
      forgetCall(ctx, task.call)
      ctx.emit(events.PeriodicFailed, { task: address, id: task.maybeId })
    } else if (retry !== undefined) ctx.storage.scheduler.retries.set(next, retry)
  }

  /** A try again is a task of its own, without name and repetition. */
  #retry(address: TaskAddress, task: Scheduled, config: RetryConfig): void {
    const ctx = this.#ctx
    const failed = { task: address, id: task.maybeId }
    if (!this.#canAfford(RETRY_WEIGHT)) {
      ctx.emit(events.RetryFailed, failed)
      return
    }
    this.#use(RETRY_WEIGHT)
    if (config.remaining === 0) return
    const again = { ...task, maybeId: undefined, maybePeriodic: undefined }
    const next = this.#place(config.period, again)
    if (next === undefined) {
      forgetCall(ctx, task.call)
      ctx.emit(events.RetryFailed, failed)
    } else {
      const left = { ...config, remaining: config.remaining - 1 }
      ctx.storage.scheduler.retries.set(next, left)
    }
  }

  /** @returns undefined  that block is full */
  #place(period: number, task: Scheduled): TaskAddress | undefined {
    try {
      return placeTask(this.#ctx, Math.min(this.#now + period, 0xffff_ffff), task)
    } catch (error) {
      if (error === exhausted) return undefined
      throw error
    }
  }

  #canAfford(weight: DispatchWeight): boolean {
    const after = addWeights(this.#used, weight)
    return after.refTime <= MAXIMUM_WEIGHT.refTime && after.proofSize <= MAXIMUM_WEIGHT.proofSize
  }

  /** What does not fit any more is not counted. */
  #use(weight: DispatchWeight): void {
    this.#used = addWeights(this.#used, this.#canAfford(weight) ? weight : ZERO_WEIGHT)
  }
}

function costOf(task: Scheduled): DispatchWeight {
  return taskWeight({
    fetched: task.call.type === 'Lookup' ? task.call.value.len : undefined,
    named: task.maybeId !== undefined,
    periodic: task.maybePeriodic !== undefined,
  })
}
