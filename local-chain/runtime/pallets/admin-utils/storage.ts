/**
 * Storage of AdminUtils. Order is wire format.
 *
 * @module
 */

import { map } from '../../../frame/storage/declare.ts'
import { blake2Concat } from '../../../frame/storage/hashers.ts'
import { bool } from '../../../frame/types/primitives.ts'
import { precompileEnum } from './types.ts'

export const storage = {
  precompileEnable: map(blake2Concat(precompileEnum), bool, true),
}
