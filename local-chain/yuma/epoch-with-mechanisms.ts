/**
 * The epoch of a subnet: the emission is split, every mechanism runs, the results are aggregated.
 *
 * Source: ../shared/spec/yuma.md section 6 (subtensor `epoch_with_mechanisms`, spec_version 425).
 *
 * @module
 */
import { U64F64 } from '../frame/fixed/index.ts'
import { U16Pairs } from '../frame/u16-pairs.ts'
import type { AccountKey, EpochInput } from './input.ts'
import { kernelMechanism } from './kernel/kernel-mechanism.ts'
import { splitEmissions } from './mechanisms.ts'
import { type EpochTerms, type MechanismEpoch, type SubnetEpoch, subnetWrites } from './output.ts'

const U64_MAX = (1n << 64n) - 1n

/** An implementation of the epoch of one mechanism. */
export type MechanismRunner<K extends AccountKey> = (
  input: EpochInput<K>,
  mecid: number,
  emission: bigint,
) => MechanismEpoch<K>

/**
 * Runs all mechanisms of a subnet. Each of them reads the permits of before the epoch.
 *
 * @param emission  rao for the subnet, u64
 * @param run       the implementation; every one must agree with the reference bit for bit
 */
export function epochWithMechanisms<K extends AccountKey>(
  input: EpochInput<K>,
  emission: bigint,
  run: MechanismRunner<K> = kernelMechanism,
): SubnetEpoch<K> {
  const parts = splitEmissions(emission, input.mechanismCount, input.mechanismEmissionSplit)
  const mechanisms = parts.map((part, mecid) => run(input, mecid, part))
  const terms = aggregate(mechanisms, mechanismWeights(parts, emission))
  return {
    mechanisms,
    terms,
    writes: subnetWrites(terms),
    hotkeyEmission: terms.map((term) => [term.hotkey, term.serverEmission, term.validatorEmission]),
  }
}

/** Each mechanism's share of the emission; without emission mechanism 0 counts alone. */
function mechanismWeights(parts: readonly bigint[], emission: bigint): U64F64[] {
  return parts.map((part, mecid) => {
    if (emission === 0n) return mecid === 0 ? U64F64.one : U64F64.zero
    return U64F64.safeDiv(U64F64.fromNum(part), U64F64.fromNum(emission))
  })
}

function aggregate<K extends AccountKey>(
  mechanisms: readonly MechanismEpoch<K>[],
  weights: readonly U64F64[],
): EpochTerms<K>[] {
  const byHotkey = new Map<K, EpochTerms<K>>()
  mechanisms.forEach(({ terms }, mecid) => {
    const weight = weights[mecid] ?? U64F64.zero
    for (const term of terms) {
      const known = byHotkey.get(term.hotkey)
      byHotkey.set(term.hotkey, known ? combine(known, term, weight) : start(term, weight))
    }
  })
  return [...byHotkey.values()].sort((a, b) => (a.hotkey < b.hotkey ? -1 : 1))
}

/** The first mechanism's terms: weighted, its bonds left to the mechanism's own writes. */
function start<K extends AccountKey>(term: EpochTerms<K>, weight: U64F64): EpochTerms<K> {
  return {
    ...term,
    dividend: addWeightedU16(0, term.dividend, weight),
    incentive: addWeightedU16(0, term.incentive, weight),
    consensus: addWeightedU16(0, term.consensus, weight),
    validatorTrust: addWeightedU16(0, term.validatorTrust, weight),
    stakeWeight: addWeightedU16(0, term.stakeWeight, weight),
    // Already scaled by the mechanism's part, and weighted once more: the chain does the same.
    emission: addWeightedU64(0n, term.emission, weight),
    bond: U16Pairs.empty,
  }
}

/** Floored after every mechanism, not once at the end. */
function combine<K extends AccountKey>(
  total: EpochTerms<K>,
  term: EpochTerms<K>,
  weight: U64F64,
): EpochTerms<K> {
  return {
    ...total,
    dividend: addWeightedU16(total.dividend, term.dividend, weight),
    consensus: addWeightedU16(total.consensus, term.consensus, weight),
    validatorTrust: addWeightedU16(total.validatorTrust, term.validatorTrust, weight),
    stakeWeight: addWeightedU16(total.stakeWeight, term.stakeWeight, weight),
    serverEmission: saturatingAddU64(total.serverEmission, term.serverEmission),
    validatorEmission: saturatingAddU64(total.validatorEmission, term.validatorEmission),
    emission: addWeightedU64(total.emission, term.emission, weight),
    stake: saturatingAddU64(total.stake, term.stake),
    active: total.active || term.active,
    newValidatorPermit: total.newValidatorPermit || term.newValidatorPermit,
  }
}

// The usual case, one mechanism that weighs 1, passes values unchanged.

function addWeighted(total: bigint, value: bigint, weight: U64F64): U64F64 {
  const weighted = U64F64.saturatingMul(U64F64.fromNum(value), weight)
  return U64F64.saturatingAdd(U64F64.fromNum(total), weighted)
}

function addWeightedU16(total: number, value: number, weight: U64F64): number {
  if (total === 0 && weight === U64F64.one) return value
  return U64F64.toU16(addWeighted(BigInt(total), BigInt(value), weight))
}

function addWeightedU64(total: bigint, value: bigint, weight: U64F64): bigint {
  if (total === 0n && weight === U64F64.one) return value
  return U64F64.toU64(addWeighted(total, value, weight))
}

function saturatingAddU64(a: bigint, b: bigint): bigint {
  const total = a + b
  return total > U64_MAX ? U64_MAX : total
}
