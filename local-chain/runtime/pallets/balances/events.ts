/**
 * Events of Balances, in wire order: the position is the index.
 *
 * @module
 */

import { palletEvents } from '../../../frame/pallet.ts'
import { named } from '../../../frame/types/combinators.ts'
import { accountId, balance } from '../../../frame/types/common.ts'
import { balanceStatus } from '../../types.ts'

export const events = palletEvents(
  { index: 5, name: 'Balances', path: 'pallet_balances' },
  {
    Endowed: { account: accountId, freeBalance: balance },
    DustLost: { account: accountId, amount: balance },
    Transfer: { from: accountId, to: accountId, amount: balance },
    BalanceSet: { who: accountId, free: balance },
    Reserved: { who: accountId, amount: balance },
    Unreserved: { who: accountId, amount: balance },
    ReserveRepatriated: {
      from: accountId,
      to: accountId,
      amount: balance,
      destinationStatus: named('Status', balanceStatus),
    },
    Deposit: { who: accountId, amount: balance },
    Withdraw: { who: accountId, amount: balance },
    Slashed: { who: accountId, amount: balance },
    Minted: { who: accountId, amount: balance },
    Burned: { who: accountId, amount: balance },
    Suspended: { who: accountId, amount: balance },
    Restored: { who: accountId, amount: balance },
    Upgraded: { who: accountId },
    Issued: { amount: balance },
    Rescinded: { amount: balance },
    Locked: { who: accountId, amount: balance },
    Unlocked: { who: accountId, amount: balance },
    Frozen: { who: accountId, amount: balance },
    Thawed: { who: accountId, amount: balance },
    TotalIssuanceForced: { old: balance, new: balance },
  },
  { params: [{ name: 'T' }, { name: 'I' }] },
)
