/**
 * Errors of SafeMode, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 20, name: 'SafeMode' },
  {
    Entered: 'The chain is in safe mode. Wait until it is over, or let root end it.',
    Exited: 'The chain is not in safe mode.',
    NotConfigured: 'Only root may do this on this chain: no deposit is set for others.',
    NoDeposit: 'There is no such deposit. Look at account and block.',
    AlreadyDeposited: 'The account has a deposit of this block already.',
    CannotReleaseYet: 'The deposit may not be released yet. Wait.',
    CurrencyError: 'The deposit could not be held or released.',
  },
)
