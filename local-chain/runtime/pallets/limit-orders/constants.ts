/**
 * Constants of LimitOrders that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { accountId } from '../../../frame/types/common.ts'
import { u32 } from '../../../frame/types/primitives.ts'
import { palletId } from '../../types.ts'
import { PALLET_KEYS } from './accounts.ts'

export const MAX_ORDERS_PER_BATCH = 100

export const constants = {
  maxOrdersPerBatch: constant(u32, MAX_ORDERS_PER_BATCH),
  palletId: constant(palletId, new TextEncoder().encode('bt/limit')),
  palletHotkey: constant(accountId, PALLET_KEYS.hotkey),
}
