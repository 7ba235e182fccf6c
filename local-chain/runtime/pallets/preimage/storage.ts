/**
 * Storage of Preimage. Order is wire format.
 *
 * @module
 */
import { optionalMap } from '../../../frame/storage/declare.ts'
import { identity } from '../../../frame/storage/hashers.ts'
import { boundedBytes, tuple } from '../../../frame/types/combinators.ts'
import { h256 } from '../../../frame/types/common.ts'
import { bytes, u32 } from '../../../frame/types/primitives.ts'
import { SIZE_MAX } from './constants.ts'
import { oldRequestStatus, requestStatus } from './types.ts'

export const storage = {
  statusFor: optionalMap(identity(h256), oldRequestStatus),
  requestStatusFor: optionalMap(identity(h256), requestStatus),
  preimageFor: optionalMap(identity(tuple(h256, u32)), boundedBytes(bytes, SIZE_MAX)),
}
