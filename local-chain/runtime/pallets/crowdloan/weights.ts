/**
 * What the calls of Crowdloan cost, without the calls that they dispatch.
 *
 * Source: declared weights in `../shared/vectors/traces`.
 *
 * @module
 */
import type { DispatchWeight } from '../../../frame/types/common.ts'
import { REFUND_CONTRIBUTORS_LIMIT } from './constants.ts'

const OF_ONE_CROWDLOAN = 3_747n
const WITH_TRANSFER = 6_148n

const one = (refTime: bigint): DispatchWeight => ({ refTime, proofSize: OF_ONE_CROWDLOAN })
const transferring = (refTime: bigint): DispatchWeight => ({ refTime, proofSize: WITH_TRANSFER })

export const CREATE_WEIGHT = transferring(634_829_000n)
export const CONTRIBUTE_WEIGHT = transferring(591_609_000n)
export const WITHDRAW_WEIGHT = transferring(560_259_000n)
export const DISSOLVE_WEIGHT = transferring(666_939_000n)
/** A stored call may be as long as a preimage, so its proof is; what it costs to run is not in here. */
export const FINALIZE_WEIGHT: DispatchWeight = { refTime: 331_507_000n, proofSize: 4_197_809n }
export const UPDATE_MIN_CONTRIBUTION_WEIGHT = one(163_259_000n)
export const UPDATE_END_WEIGHT = one(137_048_000n)
export const UPDATE_CAP_WEIGHT = one(136_357_000n)
export const SET_MAX_CONTRIBUTION_WEIGHT = one(166_024_000n)

/** `contributors` is how many a refund paid back. */
export function refundWeight(contributors: number): DispatchWeight {
  const n = BigInt(contributors)
  return { refTime: 160_703_000n + 289_503_253n * n, proofSize: OF_ONE_CROWDLOAN + 2_579n * n }
}

export const REFUND_WEIGHT = refundWeight(REFUND_CONTRIBUTORS_LIMIT)
