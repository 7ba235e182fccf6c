/**
 * Which calls an origin other than root may dispatch at all: those that safe mode lets pass, and no batch
 * inside a batch.
 *
 * Source: `../shared/spec/subnets.md` 16.1.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../frame/call-table.ts'
import type { Ctx } from '../context.ts'
import { passesSafeMode } from '../pallets/safe-mode/whitelist.ts'

const BATCHES = new Set(['batch', 'batch_all', 'force_batch'])

/** Whether the call is one of the three batches of Utility. */
export function isBatch(call: RuntimeCallValue): boolean {
  return call.pallet === 'Utility' && BATCHES.has(call.name)
}

/** Looks one level deep: a batch in an `as_derivative` in a batch passes here and is met again there. */
export function callAllowed(ctx: Ctx, call: RuntimeCallValue): boolean {
  if (!passesSafeMode(ctx, call)) return false
  if (!isBatch(call)) return true
  const calls = call.args['calls'] as readonly RuntimeCallValue[]
  return !calls.some(isBatch)
}
