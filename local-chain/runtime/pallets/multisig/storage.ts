/**
 * Storage of Multisig. Order is wire format.
 *
 * @module
 */
import { optionalDoubleMap } from '../../../frame/storage/declare.ts'
import { blake2Concat, twoxConcat } from '../../../frame/storage/hashers.ts'
import { accountId } from '../../../frame/types/common.ts'
import { byteArray } from '../../../frame/types/primitives.ts'
import { multisig } from './types.ts'

export const storage = {
  multisigs: optionalDoubleMap(twoxConcat(accountId), blake2Concat(byteArray(32)), multisig),
}
