/**
 * What an extrinsic costs, as clients ask before they send it. Signatures are not looked at.
 *
 * Source: `../shared/spec/swap.md` 13.5.
 *
 * @module
 */
import type { TypeOf } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { dispatchInfo } from '../weights.ts'
import type { Extrinsic } from './codec.ts'
import { computeFee, computeFeeDetails, type FeeDetails, type runtimeDispatchInfo } from './fees.ts'

/** `TransactionPaymentApi.query_info`. Bare extrinsics cost nothing. */
export function queryInfo(
  ctx: Ctx,
  extrinsic: Extrinsic,
  length: number,
): TypeOf<typeof runtimeDispatchInfo> {
  const info = dispatchInfo(ctx, extrinsic.call)
  const partialFee = extrinsic.signed === undefined ? 0n : computeFee(info, length, 0n)
  return { weight: info.weight, class: info.class, partialFee }
}

/** `TransactionPaymentApi.query_fee_details`. The tip is not part of the answer. */
export function queryFeeDetails(ctx: Ctx, extrinsic: Extrinsic, length: number): FeeDetails {
  if (extrinsic.signed === undefined) return { inclusionFee: undefined, tip: 0n }
  return computeFeeDetails(dispatchInfo(ctx, extrinsic.call), length, 0n)
}
