/**
 * Errors of Swap, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 28, name: 'Swap' },
  {
    FeeRateTooHigh: 'The fee rate is over its maximum. Lower it.',
    InsufficientInputAmount: 'The amount is too small to trade. Raise it.',
    InsufficientLiquidity: 'The pool cannot serve this amount. Lower it.',
    PriceLimitExceeded: 'The price is beyond the limit already. Change the limit or the amount.',
    InsufficientBalance: 'An account has less than the trade must move. Lower the amount.',
    InvalidTickRange: 'The price range is empty or reversed. Give a lower and a higher bound.',
    InvalidLiquidityValue: 'The liquidity is out of bounds. Choose another amount.',
    ReservesTooLow: 'The pool holds too little to trade. Lower the amount or wait.',
    MechanismDoesNotExist: 'The subnet has no pool. Name one that has.',
    SubtokenDisabled: 'The subnet is not started, so its token cannot move. Wait for start_call.',
    ReservesOutOfBalance: 'The trade would leave the pool too one-sided. Lower the amount.',
    SwapInputTooLarge: 'The amount is over a thousand times the reserve. Lower it.',
    Deprecated: 'The call is gone: pools have no user liquidity any more.',
  },
)
