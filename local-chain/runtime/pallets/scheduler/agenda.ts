/**
 * Tasks by the block in which they run: placing, finding, cancelling, retrying.
 *
 * Source: pallet_scheduler, as `../shared/spec/block-pipeline.md` 2 names it.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import { DispatchFailure, ensure } from '../../../frame/dispatch-error.ts'
import { forgetCall, keepCall } from '../../bounded-call.ts'
import type { Ctx } from '../../context.ts'
import { requestPreimage } from '../preimage/preimages.ts'
import { MAX_SCHEDULED } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import type { Repetition, Scheduled, TaskAddress } from './types.ts'

const U32_MAX = 0xffff_ffff

/** The agenda of the block has no room. */
export const exhausted = new DispatchFailure('Exhausted', { type: 'Exhausted' })

/** Tasks come from root alone, so that is who they run as. */
const FROM_ROOT = { type: 'system', value: { type: 'Root' } } as const

export interface NewTask {
  readonly when: number
  readonly id?: Uint8Array
  readonly maybePeriodic: Repetition | undefined
  readonly priority: number
  readonly call: RuntimeCallValue
}

/** The block that begins `blocks` after the next one. */
export function blockAfter(ctx: Ctx, blocks: number): number {
  return Math.min(ctx.blockNumber + blocks + 1, U32_MAX)
}

/**
 * Schedules a call of root. Event `Scheduled`.
 *
 * @throws FailedToSchedule         the name is taken
 * @throws TargetBlockNumberInPast
 * @throws Exhausted                the block has as many tasks as it may
 */
export function schedule(ctx: Ctx, task: NewTask): void {
  const { when, id, priority } = task
  const call = keepCall(ctx, task.call)
  ensure(id === undefined || !ctx.storage.scheduler.lookup.exists(id), errors.FailedToSchedule)
  ensure(when > ctx.blockNumber, errors.TargetBlockNumberInPast)
  const maybePeriodic = repetitionOf(task.maybePeriodic)
  placeTask(ctx, when, { maybeId: id, priority, call, maybePeriodic, origin: FROM_ROOT })
  if (call.type !== 'Inline') requestPreimage(ctx, call.value.hash)
}

/** One run is this one; nothing repeats without a pause. */
function repetitionOf(asked: Repetition | undefined): Repetition | undefined {
  if (asked === undefined) return undefined
  const [period, runs] = asked
  return runs > 1 && period > 0 ? [period, runs - 1] : undefined
}

/** Event `Scheduled`. @throws Exhausted */
export function placeTask(ctx: Ctx, when: number, task: Scheduled): TaskAddress {
  const { agenda, lookup } = ctx.storage.scheduler
  const tasks = agenda.get(when)
  const index = tasks.length < MAX_SCHEDULED ? tasks.length : tasks.indexOf(undefined)
  if (index < 0) throw exhausted
  agenda.set(when, index === tasks.length ? [...tasks, task] : tasks.with(index, task))
  if (task.maybeId !== undefined) lookup.set(task.maybeId, [when, index])
  ctx.emit(events.Scheduled, { when, index })
  return [when, index]
}

/** @throws NotFound */
export function addressOf(ctx: Ctx, id: Uint8Array): TaskAddress {
  const address = ctx.storage.scheduler.lookup.get(id)
  ensure(address !== undefined, errors.NotFound)
  return address
}

/** Takes a task off its agenda, with name, retries and preimage. Event `Canceled`. @throws NotFound */
export function cancelTask(ctx: Ctx, [when, index]: TaskAddress): void {
  const { agenda, lookup, retries } = ctx.storage.scheduler
  const tasks = agenda.get(when)
  const task = tasks[index]
  ensure(task !== undefined, errors.NotFound)
  forgetCall(ctx, task.call)
  if (task.maybeId !== undefined) lookup.remove(task.maybeId)
  retries.remove([when, index])
  const left = tasks.with(index, undefined)
  const last = left.findLastIndex((entry) => entry !== undefined)
  if (last >= 0) agenda.set(when, left.slice(0, last + 1))
  else agenda.remove(when)
  ctx.emit(events.Canceled, { when, index })
}

/** How often a task that fails is tried again, and after how many blocks. Event `RetrySet`. */
export function setRetry(
  ctx: Ctx,
  task: { readonly address: TaskAddress; readonly id?: Uint8Array },
  retry: { readonly retries: number; readonly period: number },
): void {
  ensureTask(ctx, task.address)
  const { retries, period } = retry
  const config = { totalRetries: retries, remaining: retries, period }
  ctx.storage.scheduler.retries.set(task.address, config)
  ctx.emit(events.RetrySet, { task: task.address, id: task.id, period, retries })
}

/** Event `RetryCancelled`, also for a task without retries. @throws NotFound */
export function cancelRetry(
  ctx: Ctx,
  task: { readonly address: TaskAddress; readonly id?: Uint8Array },
): void {
  ensureTask(ctx, task.address)
  ctx.storage.scheduler.retries.remove(task.address)
  ctx.emit(events.RetryCancelled, { task: task.address, id: task.id })
}

function ensureTask(ctx: Ctx, [when, index]: TaskAddress): void {
  ensure(ctx.storage.scheduler.agenda.get(when)[index] !== undefined, errors.NotFound)
}
