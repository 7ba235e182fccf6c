/**
 * Storage of EVMChainId. Order is wire format.
 *
 * @module
 */
import { value } from '../../../frame/storage/declare.ts'
import { u64 } from '../../../frame/types/primitives.ts'

export const storage = {
  chainId: value(u64, 0n),
}
