/**
 * Storage of TransactionPayment. Order is wire format.
 *
 * @module
 */

import { value } from '../../../frame/storage/declare.ts'
import { fixedU128 } from '../../types.ts'
import { releases } from './types.ts'

export const storage = {
  nextFeeMultiplier: value(fixedU128, 1_000_000_000_000_000_000n),
  storageVersion: value(releases, 'V1Ancient'),
}
