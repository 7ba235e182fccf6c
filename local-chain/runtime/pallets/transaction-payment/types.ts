/**
 * Types that the transaction-payment pallet owns.
 *
 * @module
 */
import { plainEnum } from '../../../frame/types/enumeration.ts'

export const releases = plainEnum('pallet_transaction_payment::Releases', ['V1Ancient', 'V2'])
