/**
 * The pool's fee: a share of what comes in.
 *
 * Source: ../shared/spec/swap.md section 6.
 *
 * @module
 */
import { U64F64 } from '../../../frame/fixed/index.ts'

const RATE_WHOLE = 65_535
const WHOLE = U64F64.fromInt(RATE_WHOLE)

/** Part of a gross amount. `rate` is of 65535. */
export function feeOfGross(amount: bigint, rate: number): bigint {
  if (rate === 0) return 0n
  const share = U64F64.safeDiv(U64F64.fromInt(rate), WHOLE)
  return U64F64.toU64(U64F64.saturatingMul(U64F64.fromNum(amount), share))
}

/** What belongs on top of a net amount, for a trade that a limit cut short. */
export function feeOfNet(amount: bigint, rate: number): bigint {
  if (rate === 0) return 0n
  const share = U64F64.safeDiv(U64F64.fromInt(rate), U64F64.fromInt(RATE_WHOLE - rate))
  return U64F64.toU64(U64F64.saturatingMul(U64F64.fromNum(amount), share))
}
