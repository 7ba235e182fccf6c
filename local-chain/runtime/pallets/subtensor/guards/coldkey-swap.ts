/**
 * CheckColdkeySwap: a coldkey whose swap is announced may go on with the swap and nothing else; while
 * the swap is disputed it may do nothing.
 *
 * Source: ../shared/spec/subnets.md section 0.1.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../../../frame/call-table.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import { errors } from '../errors.ts'
import type { Guard } from './guard.ts'

const ALLOWED = new Set([
  'SubtensorModule.announce_coldkey_swap',
  'SubtensorModule.swap_coldkey_announced',
  'SubtensorModule.dispute_coldkey_swap',
  'SubtensorModule.clear_coldkey_swap_announcement',
  'MevShield.submit_encrypted',
])

export const checkColdkeySwap: Guard = (ctx, who, call) => {
  const { coldkeySwapAnnouncements, coldkeySwapDisputes } = ctx.storage.subtensor
  if (!coldkeySwapAnnouncements.exists(who)) return
  ensure(!coldkeySwapDisputes.exists(who), errors.ColdkeySwapDisputed)
  ensure(continuesSwap(call), errors.ColdkeySwapAnnounced)
}

function continuesSwap(call: RuntimeCallValue): boolean {
  return ALLOWED.has(`${call.pallet}.${call.name}`)
}
