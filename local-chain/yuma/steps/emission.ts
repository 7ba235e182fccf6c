/**
 * Emission of every neuron: incentive and dividends as shares of their common sum.
 *
 * Source: ../shared/spec/yuma.md section 4.10.
 *
 * @module
 */
import { convert, I32F32, I96F32 } from '../../frame/fixed/index.ts'
import { at, normalizeUsingSum, sum, type Vector } from '../math/vectors.ts'

/** Rao by uid. The three are floored apart: server + validator may be below the combined. */
export interface Emissions {
  readonly server: readonly bigint[]
  readonly validator: readonly bigint[]
  readonly combined: readonly bigint[]
}

/**
 * @param emission  rao of the mechanism, u64
 */
export function shareEmission(
  emission: bigint,
  incentive: Vector,
  dividends: Vector,
  stake: Vector,
  activeStake: Vector,
): Emissions {
  const combined = incentive.map((value, i) => I32F32.saturatingAdd(value, at(dividends, i)))
  const total = sum(combined)
  const server = normalizeUsingSum(incentive, total)
  if (total === 0n) {
    // Nobody earned anything: stake is paid, of inactive and unpermitted neurons only if need be.
    const source = payout(sum(activeStake) === 0n ? stake : activeStake, emission)
    return { server: payout(server, emission), validator: source, combined: source }
  }
  return {
    server: payout(server, emission),
    validator: payout(normalizeUsingSum(dividends, total), emission),
    combined: payout(normalizeUsingSum(combined, total), emission),
  }
}

function payout(shares: Vector, emission: bigint): bigint[] {
  const rao = I96F32.fromNum(emission)
  return shares.map((share) =>
    I96F32.toU64(I96F32.saturatingMul(convert(I32F32, I96F32, share), rao)),
  )
}
