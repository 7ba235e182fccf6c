/**
 * How a call is dispatched: filter, guards, then the call in a storage transaction of its own. What
 * nests calls (batches, sudo, proxies) dispatches them with the same two functions.
 *
 * Source: `../shared/spec/weights.md` 3, `../shared/vectors/traces/README.md` "How a block is made".
 *
 * @module
 */
import type { RuntimeCallValue } from '../../frame/call-table.ts'
import { DispatchFailure } from '../../frame/dispatch-error.ts'
import type { Origin } from '../../frame/origin.ts'
import { type DispatchOutcome, runCall } from '../../frame/runtime.ts'
import type { Ctx } from '../context.ts'
import { runGuards } from '../pallets/subtensor/guards/index.ts'
import { errors as system } from '../pallets/system/errors.ts'
import { callAllowed } from './call-filter.ts'

/** Dispatches as the chain's `RuntimeCall::dispatch`: root passes filter and guards. */
export function dispatch(ctx: Ctx, origin: Origin, call: RuntimeCallValue): DispatchOutcome {
  if (origin.type === 'Root') return runCall(ctx, origin, call)
  if (!allowed(ctx, origin, call)) return refused(system.CallFiltered)
  try {
    runGuards(ctx, origin, call)
  } catch (error) {
    if (error instanceof DispatchFailure) return refused(error)
    throw error
  }
  return runCall(ctx, origin, call)
}

/** Dispatches without filter and guards, as sudo and root's batches do. */
export function dispatchBypassFilter(
  ctx: Ctx,
  origin: Origin,
  call: RuntimeCallValue,
): DispatchOutcome {
  return runCall(ctx, origin, call)
}

function allowed(ctx: Ctx, origin: Origin, call: RuntimeCallValue): boolean {
  if (!callAllowed(ctx, call)) return false
  return origin.type !== 'Signed' || origin.filter === undefined || origin.filter(call)
}

function refused(failure: DispatchFailure): DispatchOutcome {
  return { ok: false, failure, post: {} }
}
