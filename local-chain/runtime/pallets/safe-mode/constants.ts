/**
 * Constants of SafeMode that metadata shows, and how long root's decisions last.
 *
 * @module
 */
import { constant } from '../../../frame/pallet.ts'
import { option } from '../../../frame/types/combinators.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'

/** Blocks that root enters for: a day. */
export const FORCE_ENTER_DURATION = 7_200
/** Blocks that root adds: half a day. */
export const FORCE_EXTEND_DURATION = 3_600

/** Nobody enters for a deposit on this chain, so durations are zero and deposits absent. */
export const constants = {
  enterDuration: constant(u32, 0),
  extendDuration: constant(u32, 0),
  enterDepositAmount: constant(option(u64), undefined),
  extendDepositAmount: constant(option(u64), undefined),
  releaseDelay: constant(option(u32), undefined),
}
