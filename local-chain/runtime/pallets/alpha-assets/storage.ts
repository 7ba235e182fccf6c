/**
 * Storage of AlphaAssets. Order is wire format.
 *
 * @module
 */
import { map } from '../../../frame/storage/declare.ts'
import { twoxConcat } from '../../../frame/storage/hashers.ts'
import { u16, u64 } from '../../../frame/types/primitives.ts'

export const storage = {
  totalAlphaIssuance: map(twoxConcat(u16), u64, 0n),
  alphaBurned: map(twoxConcat(u16), u64, 0n),
  alphaRecycled: map(twoxConcat(u16), u64, 0n),
}
