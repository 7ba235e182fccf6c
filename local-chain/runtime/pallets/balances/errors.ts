/**
 * Errors of Balances, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 5, name: 'Balances' },
  {
    VestingBalance: 'Part of the balance is vesting. Wait or move less.',
    LiquidityRestrictions: 'Part of the balance is frozen. Move less.',
    InsufficientBalance: 'The account has less than the amount. Lower it or fund the account.',
    ExistentialDeposit:
      'The account would be left under the existential deposit. Leave more, or nothing.',
    Expendability: 'The account would cease to exist. Leave the existential deposit.',
    ExistingVestingSchedule: 'The account has a vesting schedule already.',
    DeadAccount: 'The account does not exist. Fund it first.',
    TooManyReserves: 'The account has as many reserves as it may. Release one.',
    TooManyHolds: 'The account has as many holds as it may. Release one.',
    TooManyFreezes: 'The account has as many freezes as it may. Release one.',
    IssuanceDeactivated: 'Issuance cannot fall under what is set inactive.',
    DeltaZero: 'The change is zero. Pass an amount.',
  },
)
