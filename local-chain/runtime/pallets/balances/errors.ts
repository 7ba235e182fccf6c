/**
 * Errors of Balances, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 5, name: 'Balances' },
  {
    VestingBalance: 'Vesting balance.',
    LiquidityRestrictions: 'Liquidity restrictions.',
    InsufficientBalance: 'Insufficient balance.',
    ExistentialDeposit: 'Existential deposit.',
    Expendability: 'Expendability.',
    ExistingVestingSchedule: 'Existing vesting schedule.',
    DeadAccount: 'Dead account.',
    TooManyReserves: 'Too many reserves.',
    TooManyHolds: 'Too many holds.',
    TooManyFreezes: 'Too many freezes.',
    IssuanceDeactivated: 'Issuance deactivated.',
    DeltaZero: 'Delta zero.',
  },
)
