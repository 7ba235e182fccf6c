/**
 * Events of TransactionPayment, in wire order: the position is the index.
 *
 * @module
 */
import { palletEvents } from '../../../frame/pallet.ts'
import { named } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { u64 } from '../../../frame/types/primitives.ts'

export const events = palletEvents(
  { index: 6, name: 'TransactionPayment', path: 'pallet_transaction_payment' },
  {
    TransactionFeePaid: {
      who: accountId,
      actualFee: named('BalanceOf<T>', u64),
      tip: named('BalanceOf<T>', u64),
    },
  },
  { params: [{ name: 'T' }] },
)
