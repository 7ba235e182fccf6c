/**
 * Types that the swap pallet owns.
 *
 * @module
 */

import { newtype, struct } from '../../../frame/types/combinators.ts'
import { i32, u128 } from '../../../frame/types/primitives.ts'
import { perquintill } from '../../types.ts'

export const balancer = struct('pallet_subtensor_swap::pallet::balancer::Balancer', {
  quote: perquintill,
})

export const tickIndex = newtype('pallet_subtensor_swap::pallet::TickIndex', i32)

export const positionId = newtype('pallet_subtensor_swap::pallet::PositionId', u128)
