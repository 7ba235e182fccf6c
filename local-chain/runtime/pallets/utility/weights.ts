/**
 * What the calls of Utility cost by themselves, without the calls that they dispatch.
 *
 * Source: declared weights in `../shared/vectors/traces`.
 *
 * @module
 */
import type { DispatchWeight } from '../../../frame/types/common.ts'

const PROOF_SIZE = 3_983n

export const batchWeight = (calls: number) => linear(69_446_696n, 5_450_264n, calls)
export const batchAllWeight = (calls: number) => linear(63_428_230n, 5_663_250n, calls)
export const forceBatchWeight = (calls: number) => linear(62_134_867n, 5_477_293n, calls)
export const AS_DERIVATIVE_WEIGHT: DispatchWeight = { refTime: 190_378_000n, proofSize: PROOF_SIZE }
export const DISPATCH_AS_WEIGHT: DispatchWeight = { refTime: 6_893_000n, proofSize: 0n }
export const DISPATCH_AS_FALLIBLE_WEIGHT: DispatchWeight = { refTime: 7_113_000n, proofSize: 0n }
export const IF_ELSE_WEIGHT: DispatchWeight = { refTime: 71_831_000n, proofSize: PROOF_SIZE }

function linear(base: bigint, perCall: bigint, calls: number): DispatchWeight {
  return { refTime: base + perCall * BigInt(calls), proofSize: PROOF_SIZE }
}
