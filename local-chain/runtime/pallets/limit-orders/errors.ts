/**
 * Errors of LimitOrders, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 32, name: 'LimitOrders' },
  {
    InvalidSignature: 'The order is not signed by its signer with an sr25519 key. Sign it again.',
    OrderAlreadyProcessed: 'The order was filled or cancelled before. Make a new one.',
    OrderCancelled: 'The order was cancelled by its signer.',
    OrderExpired: 'The time of the order is over. Make a new one.',
    PriceConditionNotMet: 'The price has not reached the limit of the order. Try again later.',
    Unauthorized: 'Only the signer of the order may cancel it.',
    SwapReturnedZero: 'The pool gives nothing for the amount. Trade more.',
    RootNetUidNotAllowed: 'There are no limit orders on the root network.',
    OrderNetUidMismatch: 'The order is for another subnet than the batch. Put it into another one.',
    LimitOrdersDisabled: 'Limit orders are switched off.',
    RelayerMissMatch: 'The order names its relayers, and the caller is none of them.',
    PartialFillsNotEnabled: 'The order may be filled as a whole only. Leave the amount out.',
    IncorrectPartialFillAmount:
      'The part is zero or more than what is left of the order, or a part is missing.',
    RelayerRequiredForPartialFill: 'Only orders that name their relayers are filled in parts.',
    ChainIdMismatch: 'The order is for another chain.',
    PalletHotkeyNotRegistered: 'The hotkey of the pallet is not owned by its account.',
    ArithmeticOverflow: 'An amount is too large for its price.',
    DuplicateOrderInBatch: 'The same order is in the batch twice. Leave one out.',
    ZeroShareInBatch: 'The share of an order is too small to give anything. Leave it out.',
  },
)
