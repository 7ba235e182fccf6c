/**
 * What the calls of Utility cost by themselves, without the calls that they dispatch.
 *
 * Source: declared weights in `../shared/vectors/traces`.
 *
 * @module
 */
import type { DispatchWeight } from '../../../frame/types/common.ts'

export const batchWeight = (calls: number) => linear(0n, 0n, 0n, calls)
export const batchAllWeight = (calls: number) => linear(0n, 0n, 0n, calls)
export const forceBatchWeight = (calls: number) => linear(0n, 0n, 0n, calls)
export const AS_DERIVATIVE_WEIGHT: DispatchWeight = { refTime: 0n, proofSize: 0n }
export const DISPATCH_AS_WEIGHT: DispatchWeight = { refTime: 0n, proofSize: 0n }
export const DISPATCH_AS_FALLIBLE_WEIGHT: DispatchWeight = { refTime: 0n, proofSize: 0n }
export const IF_ELSE_WEIGHT: DispatchWeight = { refTime: 0n, proofSize: 0n }

function linear(base: bigint, perCall: bigint, proofSize: bigint, calls: number): DispatchWeight {
  return { refTime: base + perCall * BigInt(calls), proofSize }
}
