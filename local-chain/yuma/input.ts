/**
 * What an epoch reads: the state of one subnet, gathered by the runtime (or read from a file).
 *
 * Source: ../shared/spec/yuma.md section 2. Vectors by uid may be shorter or longer than `n`, as in
 * storage; each field says what a missing element means.
 *
 * @module
 */
import type { U16Pairs } from '../frame/u16-pairs.ts'

/** An account: any key whose natural order is the chain's byte order of the account id. */
export type AccountKey = string | number

/** A stored row of weights or bonds: u16 columns and values, in stored order. */
export type StoredRow = U16Pairs

/** Relation to a parent or child hotkey: the share of stake, of 2^64 - 1. */
export type StakeShare<K extends AccountKey> = readonly [proportion: bigint, hotkey: K]

/** One live commit of weights: the epoch and the block it was made in. */
export type WeightCommit = readonly [commitEpoch: bigint, commitBlock: bigint]

/** State of one mechanism of the subnet (storage index mecid * 4096 + netuid). */
export interface MechanismInput<K extends AccountKey> {
  /** Block by uid; missing reads 0, and elements beyond n are kept and ignored. */
  readonly lastUpdate: readonly bigint[]
  /** By uid; missing is an empty row. Columns at or above n are ignored, explicit zeros count. */
  readonly weights: readonly (StoredRow | undefined)[]
  /** By uid; missing is an empty row. */
  readonly bonds: readonly (StoredRow | undefined)[]
  /** `WeightCommits`: each account's queue, oldest first. */
  readonly weightCommits: readonly (readonly [hotkey: K, queue: readonly WeightCommit[]])[]
  /** `TimelockedWeightCommits`: the commits made in each epoch. */
  readonly timelockedCommits: readonly (readonly [
    commitEpoch: bigint,
    commits: readonly (readonly [hotkey: K, commitBlock: bigint])[],
  ])[]
}

/** State of one subnet. u64 values are bigint, narrower ones numbers. */
export interface EpochInput<K extends AccountKey> {
  /** `SubnetworkN`. */
  readonly n: number
  readonly block: bigint
  readonly tempo: number
  /** `LastMechansimStepBlock`; 0 before the first epoch. */
  readonly lastMechanismStepBlock: bigint
  /** Thousandths of a tempo. */
  readonly activityCutoffFactorMilli: number
  /** `Keys` by uid; undefined or beyond the end: no entry, so no stake and no output. */
  readonly hotkeys: readonly (K | undefined)[]
  /** `SubnetOwnerHotkey`; without effect unless it is one of `hotkeys`. */
  readonly ownerHotkey: K | undefined
  /** By uid; missing reads 0. */
  readonly blockAtRegistration: readonly bigint[]
  /** Permits of the epoch before. Missing: no permit; empty is special (section 10, point 8). */
  readonly validatorPermit: readonly boolean[]
  readonly maxAllowedValidators: number
  /** u16 share. */
  readonly kappa: number
  /** Parts per million. */
  readonly bondsMovingAverage: bigint
  /** u16 share. */
  readonly bondsPenalty: number
  readonly liquidAlpha: boolean
  readonly yuma3: boolean
  /** Liquid alpha bounds, u16 shares. */
  readonly alphaValues: readonly [low: number, high: number]
  /** Hundredths, i16. */
  readonly alphaSigmoidSteepness: number
  /** Rao of total stake below which a validator counts nothing. */
  readonly stakeThreshold: bigint
  /** Share of 2^64 - 1 at which root stake counts. */
  readonly taoWeight: bigint
  /** `TotalHotkeyAlpha` on this subnet, of the subnet's hotkeys and of their parents; missing is 0. */
  readonly alpha: ReadonlyMap<K, bigint>
  /** `TotalHotkeyAlpha` on root, of the same hotkeys; missing is 0. */
  readonly rootStake: ReadonlyMap<K, bigint>
  readonly parents: ReadonlyMap<K, readonly StakeShare<K>[]>
  readonly children: ReadonlyMap<K, readonly StakeShare<K>[]>
  readonly commitReveal: boolean
  /** `SubnetEpochIndex`, already advanced to this epoch. */
  readonly currentEpoch: bigint
  /** `RevealPeriodEpochs`. */
  readonly revealPeriod: bigint
  readonly mechanismCount: number
  /** u16 shares; undefined splits evenly. */
  readonly mechanismEmissionSplit: readonly number[] | undefined
  /** By mecid; missing is a mechanism without updates, weights and bonds. */
  readonly mechanisms: readonly MechanismInput<K>[]
}

const NO_STATE: MechanismInput<never> = {
  lastUpdate: [],
  weights: [],
  bonds: [],
  weightCommits: [],
  timelockedCommits: [],
}

/** The state of one mechanism. */
export function mechanismInput<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
): MechanismInput<K> {
  return input.mechanisms[mecid] ?? NO_STATE
}

/** The owner's uid, if the owner hotkey is registered. */
export function ownerUid<K extends AccountKey>(input: EpochInput<K>): number | undefined {
  if (input.ownerHotkey === undefined) return undefined
  const uid = input.hotkeys.indexOf(input.ownerHotkey)
  return uid === -1 ? undefined : uid
}

/** `BlockAtRegistration` by uid, 0 where no hotkey holds the uid. */
export function registrationBlocks<K extends AccountKey>(input: EpochInput<K>): bigint[] {
  return Array.from({ length: input.n }, (_, uid) =>
    input.hotkeys[uid] === undefined ? 0n : (input.blockAtRegistration[uid] ?? 0n),
  )
}

/** `is_epoch_input_state_consistent`: no hotkey holds two uids. The caller skips the epoch if not. */
export function hasUniqueHotkeys<K extends AccountKey>(
  hotkeys: readonly (K | undefined)[],
): boolean {
  const held = hotkeys.filter((hotkey) => hotkey !== undefined)
  return new Set(held).size === held.length
}
