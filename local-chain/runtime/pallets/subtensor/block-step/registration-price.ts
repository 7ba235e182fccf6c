/**
 * Step 1: the price of a neuron registration halves over time and jumps at each registration.
 *
 * Source: ../shared/spec/block-pipeline.md section 4 (subtensor `subnets/registration.rs`,
 * `utils/misc.rs`). The halving is slightly faster than ideal, because every power truncates.
 *
 * @module
 */
import { U64F64 } from '../../../../frame/fixed/index.ts'
import type { Ctx } from '../../../context.ts'
import { U64_MAX } from '../../../u64.ts'
import { shouldRunEpoch } from './epoch-schedule.ts'

const ONE_Q32 = 1n << 32n
const HALF_Q32 = 1n << 31n

/** Pure function of a u16, and 32 powers each: worth remembering. */
const factors = new Map<number, bigint>()

/** Decay of one block as a Q32 factor: the largest whose power over the half life is at most half. */
export function decayFactorQ32(halfLife: number): bigint {
  if (halfLife === 0) return ONE_Q32
  let factor = factors.get(halfLife)
  if (factor === undefined) {
    factor = bisectFactor(halfLife)
    factors.set(halfLife, factor)
  }
  return factor
}

function bisectFactor(halfLife: number): bigint {
  let low = 0n
  let high = ONE_Q32
  while (low + 1n < high) {
    const middle = low + (high - low) / 2n
    if (powQ32(middle, halfLife) > HALF_Q32) high = middle
    else low = middle
  }
  return low
}

function powQ32(base: bigint, exponent: number): bigint {
  let result = ONE_Q32
  let power = base
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) result = (result * power) >> 32n
    power = (power * power) >> 32n
  }
  return result
}

/** The price after one block, within its bounds (the upper one wins when they cross). */
export function decayedPrice(
  price: bigint,
  halfLife: number,
  min: bigint,
  max: bigint,
  block: number,
): bigint {
  let next = price
  if (halfLife > 0 && block > 1) next = (price * decayFactorQ32(halfLife)) >> 32n
  if (next < min) next = min
  return next > max ? max : next
}

/** The price after a registration: multiplied by at least one, within its bounds. */
export function bumpedPrice(price: bigint, factor: U64F64, min: bigint, max: bigint): bigint {
  const multiplier = factor > U64F64.one ? factor : U64F64.one
  let next = U64F64.toU64(U64F64.saturatingMul(U64F64.fromNum(price), multiplier))
  if (next > U64_MAX) next = U64_MAX
  if (next < min) next = min
  return next > max ? max : next
}

/** After a registration on a subnet other than root. No event tells of it. */
export function bumpRegistrationPrice(ctx: Ctx, netuid: number): void {
  const { burn, burnIncreaseMult, minBurn, maxBurn } = ctx.storage.subtensor
  const factor = burnIncreaseMult.get(netuid) as U64F64
  const bounds = [minBurn.get(netuid), maxBurn.get(netuid)] as const
  burn.set(netuid, bumpedPrice(burn.get(netuid), factor, ...bounds))
}

/** All subnets, root too. */
export function updateRegistrationPrices(ctx: Ctx, netuids: readonly number[]): void {
  const { burn, burnHalfLife, minBurn, maxBurn, registrationsThisBlock } = ctx.storage.subtensor
  const block = ctx.blockNumber
  for (const netuid of netuids) {
    const price = burn.get(netuid)
    const halfLife = burnHalfLife.get(netuid)
    const next = decayedPrice(price, halfLife, minBurn.get(netuid), maxBurn.get(netuid), block)
    if (next !== price) burn.set(netuid, next)
    registrationsThisBlock.set(netuid, 0)
    // Root has no epoch, so once it is due it stays due and its counter restarts in every block.
    if (netuid === 0 && shouldRunEpoch(ctx, 0)) {
      ctx.storage.subtensor.registrationsThisInterval.set(0, 0)
    }
  }
}
