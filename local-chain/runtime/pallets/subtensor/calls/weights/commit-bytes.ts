/**
 * The ciphertext as an argument of calls. A longer one is no call at all.
 *
 * @module
 */
import { boundedBytes, named } from '../../../../../frame/types/combinators.ts'
import { bytes } from '../../../../../frame/types/primitives.ts'

const COMMIT_SIZE_MAX = 5_000

export const commitBytes = named(
  'BoundedVec<u8, ConstU32<MAX_CRV3_COMMIT_SIZE_BYTES>>',
  boundedBytes(bytes, COMMIT_SIZE_MAX),
)
