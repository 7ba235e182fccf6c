/**
 * Types that the balances pallet owns.
 *
 * @module
 */
import { named, newtype, struct } from '../../../frame/types/combinators.ts'
import { plainEnum } from '../../../frame/types/enumeration.ts'
import { byteArray, u64, u128 } from '../../../frame/types/primitives.ts'

export const extraFlags = newtype('pallet_balances::types::ExtraFlags', u128)

export const accountData = struct(
  'pallet_balances::types::AccountData',
  {
    free: named('Balance', u64),
    reserved: named('Balance', u64),
    frozen: named('Balance', u64),
    flags: extraFlags,
  },
  { params: [{ name: 'Balance', type: u64 }] },
)

export const reasons = plainEnum('pallet_balances::types::Reasons', ['Fee', 'Misc', 'All'])

export const balanceLock = struct(
  'pallet_balances::types::BalanceLock',
  {
    id: named('LockIdentifier', byteArray(8)),
    amount: named('Balance', u64),
    reasons,
  },
  { params: [{ name: 'Balance', type: u64 }] },
)

export const reserveData = struct(
  'pallet_balances::types::ReserveData',
  {
    id: named('ReserveIdentifier', byteArray(8)),
    amount: named('Balance', u64),
  },
  {
    params: [
      { name: 'ReserveIdentifier', type: byteArray(8) },
      { name: 'Balance', type: u64 },
    ],
  },
)

export const adjustmentDirection = plainEnum('pallet_balances::types::AdjustmentDirection', [
  'Increase',
  'Decrease',
])
