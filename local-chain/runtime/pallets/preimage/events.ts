/**
 * Events of Preimage, in wire order: the position is the index.
 *
 * @module
 */
import { palletEvents } from '../../../frame/pallet.ts'
import { h256 } from '../../../frame/types/common.ts'

export const events = palletEvents(
  { index: 14, name: 'Preimage', path: 'pallet_preimage' },
  {
    Noted: { hash: h256 },
    Requested: { hash: h256 },
    Cleared: { hash: h256 },
  },
  { params: [{ name: 'T' }] },
)
