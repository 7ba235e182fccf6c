/**
 * Entering, extending and leaving safe mode.
 *
 * Source: pallet_safe_mode; ../shared/spec/block-pipeline.md 2 for its hook.
 *
 * @module
 */
import { ensure } from '../../../frame/dispatch-error.ts'
import type { Ctx } from '../../context.ts'
import { FORCE_ENTER_DURATION, FORCE_EXTEND_DURATION } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'

/** For a day. Event `Entered`. @throws Entered */
export function enterSafeMode(ctx: Ctx): void {
  const { enteredUntil } = ctx.storage.safeMode
  ensure(!enteredUntil.exists(), errors.Entered)
  const until = ctx.blockNumber + FORCE_ENTER_DURATION
  enteredUntil.set(until)
  ctx.emit(events.Entered, { until })
}

/** By half a day. Event `Extended`. @throws Exited */
export function extendSafeMode(ctx: Ctx): void {
  const until = enteredUntil(ctx) + FORCE_EXTEND_DURATION
  ctx.storage.safeMode.enteredUntil.set(until)
  ctx.emit(events.Extended, { until })
}

/** Event `Exited`. @throws Exited */
export function leaveSafeMode(ctx: Ctx, reason: 'Timeout' | 'Force'): void {
  enteredUntil(ctx)
  ctx.storage.safeMode.enteredUntil.remove()
  ctx.emit(events.Exited, { reason })
}

/** The block after which the chain leaves safe mode by itself. @throws Exited */
export function enteredUntil(ctx: Ctx): number {
  const until = ctx.storage.safeMode.enteredUntil.get()
  ensure(until !== undefined, errors.Exited)
  return until
}

/** Leaves safe mode in the first block after its last one. */
export function leaveWhenOver(ctx: Ctx): void {
  const until = ctx.storage.safeMode.enteredUntil.get()
  if (until !== undefined && ctx.blockNumber > until) leaveSafeMode(ctx, 'Timeout')
}
