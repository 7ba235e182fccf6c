/**
 * Errors of System, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 0, name: 'System' },
  {
    InvalidSpecName: 'The new code names another runtime.',
    SpecVersionNeedsToIncrease: 'The new code is not newer than the running one.',
    FailedToExtractRuntimeVersion: 'The new code does not tell its version.',
    NonDefaultComposite: 'The account still holds something. Empty it first.',
    NonZeroRefCount: 'Something still relies on the account. Release it first.',
    CallFiltered: 'This call may not be made from here. Call it directly.',
    MultiBlockMigrationsOngoing: 'A migration is running. Wait for its end.',
    NothingAuthorized: 'No upgrade was authorised.',
    Unauthorized: 'The code is not the authorised one.',
  },
)
