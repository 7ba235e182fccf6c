/**
 * Types that the admin-utils pallet owns.
 *
 * @module
 */
import { plainEnum } from '../../../frame/types/enumeration.ts'

export const precompileEnum = plainEnum('pallet_admin_utils::pallet::PrecompileEnum', [
  'BalanceTransfer',
  'Staking',
  'Subnet',
  'Metagraph',
  'Neuron',
  'UidLookup',
  'Alpha',
  'Crowdloan',
  'Proxy',
  'Leasing',
  'AddressMapping',
  'VotingPower',
])
