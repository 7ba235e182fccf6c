/**
 * Storage of Aura. Order is wire format.
 *
 * @module
 */

import { value } from '../../../frame/storage/declare.ts'
import { boundedVec } from '../../../frame/types/combinators.ts'
import { auraAuthorityId, slot } from '../../types.ts'

export const storage = {
  authorities: value(boundedVec(auraAuthorityId, 0xffff_ffff), []),
  currentSlot: value(slot, 0n),
}
