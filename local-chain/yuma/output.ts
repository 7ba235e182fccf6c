/**
 * What an epoch gives back: terms per hotkey, and the vectors that the runtime stores.
 *
 * Source: ../shared/spec/yuma.md sections 4.11 and 6.
 *
 * @module
 */

import type { AccountKey, StoredRow } from './input.ts'
import type { SparseMatrix } from './math/sparse.ts'
import type { Vector } from './math/vectors.ts'

/** Result of one mechanism for one neuron (`EpochTerms`). Shares are u16, emissions and stake rao. */
export interface EpochTerms<K extends AccountKey> {
  readonly hotkey: K
  readonly uid: number
  readonly dividend: number
  readonly incentive: number
  readonly consensus: number
  readonly validatorTrust: number
  readonly stakeWeight: number
  readonly serverEmission: bigint
  readonly validatorEmission: bigint
  readonly emission: bigint
  readonly stake: bigint
  readonly active: boolean
  readonly newValidatorPermit: boolean
  /** Empty without a new permit; may hold explicit zeros and need not be sorted. */
  readonly bond: StoredRow
}

/** What is stored per mechanism, under idx = mecid * 4096 + netuid, in this order of writes. */
export interface MechanismWrites {
  readonly mecid: number
  /** `Incentive`, by position among the neurons with a hotkey, ascending uid. */
  readonly incentive: readonly number[]
  /** `IncentiveAlphaEmittedToMiners`: server emission by position. */
  readonly minersEvent: readonly bigint[]
  /** `Bonds`: every position is written, empty rows included. */
  readonly bonds: readonly StoredRow[]
}

/** What is stored per subnet, by position among the neurons with a hotkey, ascending uid. */
export interface SubnetWrites {
  readonly active: readonly boolean[]
  readonly emission: readonly bigint[]
  readonly consensus: readonly number[]
  readonly dividends: readonly number[]
  readonly validatorTrust: readonly number[]
  readonly validatorPermit: readonly boolean[]
  readonly stakeWeight: readonly number[]
}

/** Intermediates of one mechanism, shape [n] or n sparse rows. */
export interface EpochTrace {
  readonly inactive: readonly boolean[]
  readonly stake: Vector
  readonly activeStake: Vector
  readonly weights: SparseMatrix
  readonly consensus: Vector
  readonly clippedWeights: SparseMatrix
  readonly validatorTrust: Vector
  readonly incentive: Vector
  readonly weightsForBonds: SparseMatrix
  readonly bonds: SparseMatrix
  readonly dividends: Vector
}

/** Result of one mechanism. `terms` ascend by uid. */
export interface MechanismEpoch<K extends AccountKey> {
  readonly mecid: number
  readonly terms: readonly EpochTerms<K>[]
  readonly writes: MechanismWrites
}

/** Result of one mechanism with its intermediates. */
export interface TracedMechanismEpoch<K extends AccountKey> extends MechanismEpoch<K> {
  readonly trace: EpochTrace
}

/** Emission of one neuron, rao. */
export type HotkeyEmission<K extends AccountKey> = readonly [
  hotkey: K,
  server: bigint,
  validator: bigint,
]

/** Result of all mechanisms of a subnet. */
export interface SubnetEpoch<K extends AccountKey> {
  /** By mecid. */
  readonly mechanisms: readonly MechanismEpoch<K>[]
  /**
   * Aggregates in account order, bonds empty. Voting power reads `stake` (which the chain multiplies
   * by the number of mechanisms) and `newValidatorPermit` from here.
   */
  readonly terms: readonly EpochTerms<K>[]
  readonly writes: SubnetWrites
  /** In account order: what the coinbase pays out. */
  readonly hotkeyEmission: readonly HotkeyEmission<K>[]
}

/** The per-mechanism vectors of terms that ascend by uid. */
export function mechanismWrites<K extends AccountKey>(
  mecid: number,
  terms: readonly EpochTerms<K>[],
): MechanismWrites {
  return {
    mecid,
    incentive: terms.map((term) => term.incentive),
    minersEvent: terms.map((term) => term.serverEmission),
    bonds: terms.map((term) => term.bond),
  }
}

/** The per-subnet vectors of terms in any order. */
export function subnetWrites<K extends AccountKey>(terms: readonly EpochTerms<K>[]): SubnetWrites {
  const byUid = [...terms].sort((a, b) => a.uid - b.uid)
  return {
    active: byUid.map((term) => term.active),
    emission: byUid.map((term) => term.emission),
    consensus: byUid.map((term) => term.consensus),
    dividends: byUid.map((term) => term.dividend),
    validatorTrust: byUid.map((term) => term.validatorTrust),
    validatorPermit: byUid.map((term) => term.newValidatorPermit),
    stakeWeight: byUid.map((term) => term.stakeWeight),
  }
}
