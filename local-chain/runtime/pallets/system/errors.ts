/**
 * Errors of System, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 0, name: 'System' },
  {
    InvalidSpecName: 'Invalid spec name.',
    SpecVersionNeedsToIncrease: 'Spec version needs to increase.',
    FailedToExtractRuntimeVersion: 'Failed to extract runtime version.',
    NonDefaultComposite: 'Non default composite.',
    NonZeroRefCount: 'Non zero ref count.',
    CallFiltered: 'Call filtered.',
    MultiBlockMigrationsOngoing: 'Multi block migrations ongoing.',
    NothingAuthorized: 'Nothing authorized.',
    Unauthorized: 'Unauthorized.',
  },
)
