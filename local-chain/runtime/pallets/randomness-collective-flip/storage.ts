/**
 * Storage of RandomnessCollectiveFlip. Order is wire format.
 *
 * @module
 */
import { value } from '../../../frame/storage/declare.ts'
import { boundedVec } from '../../../frame/types/combinators.ts'
import { h256 } from '../../../frame/types/common.ts'

export const storage = {
  randomMaterial: value(boundedVec(h256, 81), []),
}
