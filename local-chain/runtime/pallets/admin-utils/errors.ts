/**
 * Errors of AdminUtils, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 19, name: 'AdminUtils' },
  {
    SubnetDoesNotExist: 'There is no such subnet. List the subnets.',
    MaxValidatorsLargerThanMaxUIds: 'More validators than uids were asked for. Lower the number.',
    MaxAllowedUIdsLessThanCurrentUIds:
      'The subnet has more uids than that. Trim it or choose a higher limit.',
    BondsMovingAverageMaxReached:
      'The owner may not set the bonds moving average that high. Lower it.',
    NegativeSigmoidSteepness: 'Only root may set a negative steepness. Choose a positive one.',
    ValueNotInBounds: 'The value is out of bounds. Look up the bounds of the parameter.',
    MinAllowedUidsGreaterThanCurrentUids: 'The minimum is over the number of uids. Lower it.',
    MinAllowedUidsGreaterThanMaxAllowedUids: 'The minimum is over the maximum of uids. Lower it.',
    MaxAllowedUidsLessThanMinAllowedUids: 'The maximum is under the minimum of uids. Raise it.',
    MaxAllowedUidsGreaterThanDefaultMaxAllowedUids:
      'The maximum is over what the chain allows. Lower it.',
    InvalidValue: 'The value is out of bounds. Look up the bounds of the parameter.',
    NotPermittedOnRootSubnet: 'Netuid 0 cannot be changed this way. Name another subnet.',
    POWRegistrationDisabled: 'Registration by work is no longer possible. Register by burning TAO.',
    Deprecated: 'The call is gone. Use its replacement.',
  },
)
