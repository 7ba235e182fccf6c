/**
 * How much a caller may trade before the price reaches the limit that he gave.
 *
 * Source: ../shared/spec/staking.md section 4 (staking/add_stake.rs, remove_stake.rs, move_stake.rs),
 * spec 425.
 *
 * @module
 */
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { saturatingAddU64, saturatingMulU64, U64_MAX } from '../../../u64.ts'
import { currentAlphaPrice, isDynamic, reservesOf, simulateSwap } from '../../swap/pool.ts'

const RAO = 1_000_000_000n
const RAO_FIXED = U64F64.fromNum(RAO)
/** A trial trade of this many reserves ends at any limit. */
const TRIAL_FACTOR = 1000n

/** TAO that may buy alpha up to the limit, in rao per alpha. @throws errors of Swap */
export function maxAmountAdd(ctx: Ctx, netuid: number, limit: bigint): bigint {
  if (!isDynamic(ctx, netuid)) return limit >= RAO ? U64_MAX : 0n
  const amount = saturatingMulU64(TRIAL_FACTOR, reservesOf(ctx, netuid).tao)
  const trial = simulateSwap(ctx, { netuid, side: 'buy', amount, limit, dropFees: false })
  return saturatingAddU64(trial.amountPaidIn, trial.feePaid)
}

/** Alpha that may be sold down to the limit, in rao per alpha. @throws errors of Swap */
export function maxAmountRemove(ctx: Ctx, netuid: number, limit: bigint): bigint {
  if (!isDynamic(ctx, netuid)) return limit <= RAO ? U64_MAX : 0n
  const amount = saturatingMulU64(TRIAL_FACTOR, reservesOf(ctx, netuid).alpha)
  const trial = simulateSwap(ctx, { netuid, side: 'sell', amount, limit, dropFees: false })
  return saturatingAddU64(trial.amountPaidIn, trial.feePaid)
}

/**
 * Alpha that may move from one subnet to another before the ratio of their prices (origin by
 * destination, times 10^9) reaches the limit. Between two pools the chain uses the formula of equal
 * weights.
 *
 * @throws errors of Swap
 */
export function maxAmountMove(
  ctx: Ctx,
  origin: number,
  destination: number,
  limit: bigint,
): bigint {
  const fromPool = isDynamic(ctx, origin)
  const toPool = isDynamic(ctx, destination)
  if (!fromPool && !toPool) return limit > RAO ? 0n : U64_MAX
  if (!fromPool) {
    if (limit === 0n) return U64_MAX
    const inverse = U64F64.safeDiv(RAO_FIXED, U64F64.fromNum(limit))
    return maxAmountAdd(ctx, destination, U64F64.toU64(U64F64.saturatingMul(inverse, RAO_FIXED)))
  }
  if (!toPool) return maxAmountRemove(ctx, origin, limit)

  const from = reservesOf(ctx, origin)
  const to = reservesOf(ctx, destination)
  if (from.tao === 0n || from.alpha === 0n || to.tao === 0n || to.alpha === 0n) return 0n
  const ratioLimit = U64F64.safeDiv(U64F64.fromNum(limit), RAO_FIXED)
  const ratio = U64F64.safeDiv(currentAlphaPrice(ctx, origin), currentAlphaPrice(ctx, destination))
  if (ratioLimit > ratio) return 0n
  if (limit === 0n) return U64_MAX

  const tao = U64F64.saturatingAdd(U64F64.fromNum(to.tao), U64F64.fromNum(from.tao))
  const originShare = U64F64.safeDiv(U64F64.fromNum(from.tao), tao)
  const destinationShare = U64F64.safeDiv(U64F64.fromNum(to.tao), tao)
  const reach = U64F64.safeDiv(
    U64F64.saturatingMul(U64F64.fromNum(to.alpha), originShare),
    ratioLimit,
  )
  const held = U64F64.saturatingMul(U64F64.fromNum(from.alpha), destinationShare)
  return U64F64.toU64(U64F64.saturatingSub(reach, held))
}
