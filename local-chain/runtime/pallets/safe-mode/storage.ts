/**
 * Storage of SafeMode. Order is wire format.
 *
 * @module
 */
import { optionalDoubleMap, optionalValue } from '../../../frame/storage/declare.ts'
import { twoxConcat } from '../../../frame/storage/hashers.ts'
import { accountId } from '../../../frame/types/common.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'

export const storage = {
  enteredUntil: optionalValue(u32),
  deposits: optionalDoubleMap(twoxConcat(accountId), twoxConcat(u32), u64),
}
