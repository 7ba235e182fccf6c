/**
 * Storage items of Swap that clients of spec 393 read and that spec 425 no longer has.
 *
 * @module
 */

import {
  map,
  nMap,
  optionalDoubleMap,
  optionalNMap,
  value,
} from '../../../frame/storage/declare.ts'
import { twoxConcat } from '../../../frame/storage/hashers.ts'
import { accountId, u64f64 } from '../../../frame/types/common.ts'
import { bool, u16, u32, u64, u128 } from '../../../frame/types/primitives.ts'
import { layerLevel, position, positionId, tick, tickIndex } from './types-client-compat.ts'

export const clientCompatStorage = {
  feeGlobalTao: map(twoxConcat(u16), u64f64, 0n),
  feeGlobalAlpha: map(twoxConcat(u16), u64f64, 0n),
  ticks: optionalDoubleMap(twoxConcat(u16), twoxConcat(tickIndex), tick),
  swapV3Initialized: map(twoxConcat(u16), bool, false),
  alphaSqrtPrice: map(twoxConcat(u16), u64f64, 0n),
  currentTick: map(twoxConcat(u16), tickIndex, 0),
  currentLiquidity: map(twoxConcat(u16), u64, 0n),
  enabledUserLiquidity: map(twoxConcat(u16), bool, false),
  positions: optionalNMap(
    [twoxConcat(u16), twoxConcat(accountId), twoxConcat(positionId)],
    position,
  ),
  lastPositionId: value(u128, 0n),
  tickIndexBitmapWords: nMap([twoxConcat(u16), twoxConcat(layerLevel), twoxConcat(u32)], u128, 0n),
  scrapReservoirTao: map(twoxConcat(u16), u64, 0n),
}
