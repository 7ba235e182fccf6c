/**
 * Storage of Timestamp. Order is wire format.
 *
 * @module
 */
import { value } from '../../../frame/storage/declare.ts'
import { bool, u64 } from '../../../frame/types/primitives.ts'

export const storage = {
  now: value(u64, 0n),
  didUpdate: value(bool, false),
}
