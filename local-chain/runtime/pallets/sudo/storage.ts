/**
 * Storage of Sudo. Order is wire format.
 *
 * @module
 */
import { optionalValue } from '../../../frame/storage/declare.ts'
import { accountId } from '../../../frame/types/common.ts'

export const storage = {
  key: optionalValue(accountId),
}
