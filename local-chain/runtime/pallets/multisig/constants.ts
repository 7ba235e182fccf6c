/**
 * Constants of Multisig that metadata shows.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'

/** Rao reserved for an operation, and for each approval that it needs. */
export const DEPOSIT_BASE = 132_000_000n
export const DEPOSIT_FACTOR = 32_000_000n
/** Most accounts of one multisig. */
export const MAX_SIGNATORIES = 100

export const constants = {
  depositBase: constant(u64, DEPOSIT_BASE),
  depositFactor: constant(u64, DEPOSIT_FACTOR),
  maxSignatories: constant(u32, MAX_SIGNATORIES),
}
