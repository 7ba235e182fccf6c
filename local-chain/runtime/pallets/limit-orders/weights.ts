/**
 * What the calls of LimitOrders cost.
 *
 * Source: ../shared/spec/swap.md section 11; declared weights in `../shared/vectors/traces`.
 *
 * @module
 */
import type { DispatchWeight } from '../../../frame/types/common.ts'

const PROOF_PER_ORDER = 5_158n

export const CANCEL_ORDER_WEIGHT: DispatchWeight = { refTime: 139_822_000n, proofSize: 3_522n }
export const SET_PALLET_STATUS_WEIGHT: DispatchWeight = { refTime: 104_266_000n, proofSize: 0n }

export function executeOrdersWeight(orders: number): DispatchWeight {
  const n = BigInt(orders)
  return {
    refTime: 1_486_768_457n + 1_495_180_782n * n,
    proofSize: 6_148n + PROOF_PER_ORDER * n,
  }
}

export function executeBatchedOrdersWeight(orders: number): DispatchWeight {
  const n = BigInt(orders)
  return {
    refTime: 2_624_718_496n + 1_209_134_004n * n,
    proofSize: 8_727n + PROOF_PER_ORDER * n,
  }
}
