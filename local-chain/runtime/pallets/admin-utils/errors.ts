/**
 * Errors of AdminUtils, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 19, name: 'AdminUtils' },
  {
    SubnetDoesNotExist: 'Subnet does not exist.',
    MaxValidatorsLargerThanMaxUIds: 'Max validators larger than max uIds.',
    MaxAllowedUIdsLessThanCurrentUIds: 'Max allowed uIds less than current uIds.',
    BondsMovingAverageMaxReached: 'Bonds moving average max reached.',
    NegativeSigmoidSteepness: 'Negative sigmoid steepness.',
    ValueNotInBounds: 'Value not in bounds.',
    MinAllowedUidsGreaterThanCurrentUids: 'Min allowed uids greater than current uids.',
    MinAllowedUidsGreaterThanMaxAllowedUids: 'Min allowed uids greater than max allowed uids.',
    MaxAllowedUidsLessThanMinAllowedUids: 'Max allowed uids less than min allowed uids.',
    MaxAllowedUidsGreaterThanDefaultMaxAllowedUids:
      'Max allowed uids greater than default max allowed uids.',
    InvalidValue: 'Invalid value.',
    NotPermittedOnRootSubnet: 'Not permitted on root subnet.',
    POWRegistrationDisabled: 'POWRegistration disabled.',
    Deprecated: 'Deprecated.',
  },
)
