/**
 * Events of SafeMode, in wire order: the position is the index.
 *
 * @module
 */
import { palletEvents } from '../../../frame/pallet.ts'
import { named } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'
import { exitReason } from './types.ts'

export const events = palletEvents(
  { index: 20, name: 'SafeMode', path: 'pallet_safe_mode' },
  {
    Entered: { until: named('BlockNumberFor<T>', u32) },
    Extended: { until: named('BlockNumberFor<T>', u32) },
    Exited: { reason: exitReason },
    DepositPlaced: { account: accountId, amount: named('BalanceOf<T>', u64) },
    DepositReleased: { account: accountId, amount: named('BalanceOf<T>', u64) },
    DepositSlashed: { account: accountId, amount: named('BalanceOf<T>', u64) },
    CannotDeposit: null,
    CannotRelease: null,
  },
)
