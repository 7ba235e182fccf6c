/**
 * Which calls an origin other than root may dispatch at all: no batch inside a batch.
 *
 * Source: `NoNestingCallFilter` as `../shared/vectors/traces/README.md` names it.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../frame/call-table.ts'

const BATCHES = new Set(['batch', 'batch_all', 'force_batch'])

/** Whether the call is one of the three batches of Utility. */
export function isBatch(call: RuntimeCallValue): boolean {
  return call.pallet === 'Utility' && BATCHES.has(call.name)
}

/** Looks one level deep: a batch in an `as_derivative` in a batch passes here and is met again there. */
export function callAllowed(call: RuntimeCallValue): boolean {
  if (!isBatch(call)) return true
  const calls = call.args['calls'] as readonly RuntimeCallValue[]
  return !calls.some(isBatch)
}
