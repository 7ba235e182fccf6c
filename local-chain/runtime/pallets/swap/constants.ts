/**
 * Constants of Swap that metadata shows.
 *
 * @module
 */

import { constant } from '../../../frame/pallet.ts'
import { newtype } from '../../../frame/types/combinators.ts'
import { u16, u64 } from '../../../frame/types/primitives.ts'
import { palletId } from '../../types.ts'

export const constants = {
  protocolId: constant(palletId, Uint8Array.of(116, 101, 110, 47, 115, 119, 97, 112)),
  maxFeeRate: constant(u16, 10_000),
  minimumLiquidity: constant(u64, 1_000n),
  minimumReserve: constant(newtype('NonZeroU64', u64), 1_000_000n),
}
