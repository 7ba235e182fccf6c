/**
 * What the registration of a subnet costs: twice the last price, falling in a line.
 *
 * Source: ../shared/spec/subnets.md section 2.1 (subtensor `coinbase/root.rs`).
 *
 * @module
 */
import { I64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingMulU64, saturatingSubU64 } from '../../../u64.ts'
import { noteBlockEmission } from '../block-step/block-emission.ts'
import { blocksSince, lastRateLimitedBlock, NETWORK_LAST_REGISTERED } from '../rate-limits.ts'

const RAO_PER_TAO = I64F64.fromNum(1_000_000_000n)

export interface LockCostTerms {
  readonly lastCost: bigint
  /** 0: no subnet was registered yet, and the price does not double. */
  readonly lastBlock: bigint
  readonly blocksSince: bigint
  readonly interval: bigint
  readonly minimum: bigint
}

/** The division comes first, so the price stays slightly above the ideal line. */
export function lockCostOf(terms: LockCostTerms): bigint {
  const { lastCost, lastBlock, interval, minimum } = terms
  const start = saturatingMulU64(lastCost, lastBlock === 0n ? 1n : 2n)
  const fallen = interval === 0n ? 0n : saturatingMulU64(lastCost / interval, terms.blocksSince)
  const cost = saturatingSubU64(start, fallen)
  if (cost < minimum) return minimum
  return cost
}

/** Blocks in which the price falls by the last cost: fewer with each halving of the emission. */
export function effectiveLockInterval(interval: bigint, blockEmission: bigint): bigint {
  const emission = I64F64.saturatingDiv(I64F64.fromNum(blockEmission), RAO_PER_TAO)
  return I64F64.toU64(I64F64.saturatingMul(I64F64.fromNum(interval), emission))
}

/** The price of registering a subnet now, rao. */
export function networkLockCost(ctx: Ctx): bigint {
  const s = ctx.storage.subtensor
  const lastBlock = lastRateLimitedBlock(ctx, NETWORK_LAST_REGISTERED)
  const emission = noteBlockEmission(ctx, s.totalIssuance.get())
  return lockCostOf({
    lastCost: s.networkLastLockCost.get(),
    lastBlock,
    blocksSince: blocksSince(ctx, lastBlock),
    interval: effectiveLockInterval(s.networkLockReductionInterval.get(), emission),
    minimum: s.networkMinLockCost.get(),
  })
}
