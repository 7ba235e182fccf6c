/**
 * Errors of Swap, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 28, name: 'Swap' },
  {
    FeeRateTooHigh: 'Fee rate too high.',
    InsufficientInputAmount: 'Insufficient input amount.',
    InsufficientLiquidity: 'Insufficient liquidity.',
    PriceLimitExceeded: 'Price limit exceeded.',
    InsufficientBalance: 'Insufficient balance.',
    InvalidTickRange: 'Invalid tick range.',
    InvalidLiquidityValue: 'Invalid liquidity value.',
    ReservesTooLow: 'Reserves too low.',
    MechanismDoesNotExist: 'Mechanism does not exist.',
    SubtokenDisabled: 'Subtoken disabled.',
    ReservesOutOfBalance: 'Reserves out of balance.',
    SwapInputTooLarge: 'Swap input too large.',
    Deprecated: 'Deprecated.',
  },
)
