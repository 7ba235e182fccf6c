/**
 * Types of client-compat items.
 *
 * @module
 */
import { newtype, struct } from '../../../frame/types/combinators.ts'
import { i64f64, netuid } from '../../../frame/types/common.ts'
import { plainEnum } from '../../../frame/types/enumeration.ts'
import { i32, i128, u64, u128 } from '../../../frame/types/primitives.ts'

export const tick = struct('pallet_subtensor_swap::tick::Tick', {
  liquidityNet: i128,
  liquidityGross: u64,
  feesOutTao: i64f64,
  feesOutAlpha: i64f64,
})

export const tickIndex = newtype('pallet_subtensor_swap::tick::TickIndex', i32)

export const positionId = newtype('pallet_subtensor_swap::position::PositionId', u128)

export const position = struct(
  'pallet_subtensor_swap::position::Position',
  {
    id: positionId,
    netuid,
    tickLow: tickIndex,
    tickHigh: tickIndex,
    liquidity: u64,
    feesTao: i64f64,
    feesAlpha: i64f64,
  },
  { params: [{ name: 'T' }] },
)

export const layerLevel = plainEnum('pallet_subtensor_swap::tick::LayerLevel', [
  'Top',
  'Middle',
  'Bottom',
])
