/**
 * What the chain still does in safe mode: time, root, keys held in common, and the duties of neurons.
 *
 * Source: subtensor `runtime/src/lib.rs` (`SafeModeWhitelistedCalls`), as `../shared/vectors/traces/third`
 * (author-*) shows it; ../shared/spec/subnets.md 16.1.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import type { Ctx } from '../../context.ts'

const PALLETS = new Set(['Sudo', 'Multisig', 'System', 'SafeMode', 'Timestamp'])
const CALLS = new Set([
  'SubtensorModule.set_weights',
  'SubtensorModule.serve_axon',
  'Commitments.set_commitment',
])

/** Whether safe mode, if there is one, lets the call pass. */
export function passesSafeMode(ctx: Ctx, call: RuntimeCallValue): boolean {
  if (!ctx.storage.safeMode.enteredUntil.exists()) return true
  return PALLETS.has(call.pallet) || CALLS.has(`${call.pallet}.${call.name}`)
}
