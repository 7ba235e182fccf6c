/**
 * Storage of Swap. Order is wire format.
 *
 * @module
 */

import { map } from '../../../frame/storage/declare.ts'
import { identity, twoxConcat } from '../../../frame/storage/hashers.ts'
import { boundedBytes } from '../../../frame/types/combinators.ts'
import { bool, bytes, u16, u64 } from '../../../frame/types/primitives.ts'
import { balancer } from './types.ts'

export const storage = {
  feeRate: map(twoxConcat(u16), u16, 33),
  swapBalancer: map(twoxConcat(u16), balancer, { quote: 500_000_000_000_000_000n }),
  palSwapInitialized: map(twoxConcat(u16), bool, false),
  hasMigrationRun: map(identity(boundedBytes(bytes, 0xffff_ffff)), bool, false),
  scrapReservoirAlpha: map(twoxConcat(u16), u64, 0n),
}
