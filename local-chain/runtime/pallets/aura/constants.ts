/**
 * Constants of Aura that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { u64 } from '../../../frame/types/primitives.ts'

export const constants = {
  slotDuration: constant(u64, 12_000n),
}
