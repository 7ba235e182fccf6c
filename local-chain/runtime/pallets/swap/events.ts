/**
 * Events of Swap, in wire order: the position is the index.
 *
 * @module
 */
import { palletEvents } from '../../../frame/pallet.ts'
import { netuid } from '../../../frame/types/common.ts'
import { u16 } from '../../../frame/types/primitives.ts'

export const events = palletEvents(
  { index: 28, name: 'Swap', path: 'pallet_subtensor_swap' },
  {
    FeeRateSet: { netuid, rate: u16 },
  },
  { params: [{ name: 'T' }] },
)
