/**
 * Constants of Balances that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'

export const constants = {
  existentialDeposit: constant(u64, 500n),
  maxLocks: constant(u32, 50),
  maxReserves: constant(u32, 50),
  maxFreezes: constant(u32, 50),
}
