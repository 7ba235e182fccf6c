/**
 * The epoch for everybody: JSON in, JSON out. Pure, so it runs in Node and in a browser alike.
 *
 * ```ts
 * import { epoch } from '.../local-chain/yuma/index.ts'
 * const { exact } = epoch({ call: 'epoch_with_mechanisms', emission: '148000000000', input })
 * exact.dividends // u16 by uid
 * ```
 *
 * Source: ../shared/vectors/README.md ("yuma/": `call`, `exact`, number encoding).
 *
 * @module
 */
import { epochMechanism } from './epoch-mechanism.ts'
import { epochWithMechanisms, type MechanismRunner } from './epoch-with-mechanisms.ts'
import { type AccountKey, type EpochInput, hasUniqueHotkeys } from './input.ts'
import { type EpochInputJson, epochInputFromJson, type PairsJson } from './json.ts'
import { EpochInputError, fieldsOf, shown, u8, u64 } from './json-check.ts'
import { kernelMechanism } from './kernel/kernel-mechanism.ts'
import type { SparseMatrix } from './math/sparse.ts'
import type { Vector } from './math/vectors.ts'
import {
  type EpochTerms,
  type EpochTrace,
  type HotkeyEmission,
  type MechanismEpoch,
  type SubnetWrites,
  subnetWrites,
} from './output.ts'

/** What is run: one mechanism with the whole emission, or all of them as the chain does. */
export type EpochCall = 'epoch_mechanism' | 'epoch_with_mechanisms'

/** One epoch to run, as JSON. */
export interface EpochStepJson {
  readonly call: EpochCall
  /** The mechanism; needed by `epoch_mechanism` only. */
  readonly mecid?: number
  /** Rao of alpha to hand out. */
  readonly emission: string | number
  readonly input: EpochInputJson
}

/** One epoch to run. */
export interface EpochStep {
  readonly call: EpochCall
  readonly mecid: number
  readonly emission: bigint
  readonly input: EpochInput<AccountKey>
}

/** Everything that an epoch leaves behind. */
export interface EpochOutcome {
  readonly writes: SubnetWrites
  readonly terms: readonly EpochTerms<AccountKey>[]
  readonly mechanisms: readonly MechanismEpoch<AccountKey>[]
  /** In account order; empty for a single mechanism. */
  readonly hotkeyEmission: readonly HotkeyEmission<AccountKey>[]
  /** Intermediates of every mechanism that was run, where they were asked for. */
  readonly traces: readonly { readonly mecid: number; readonly trace: EpochTrace }[]
}

/**
 * Results as raw integers. Vectors go by uid (by position where uids are missing); shares are u16 of
 * 65535, amounts are rao as decimal strings, matrices are `{ mecid: { uid: [[column, u16]] } }`.
 */
export interface EpochExactJson {
  readonly active: readonly boolean[]
  readonly emission: readonly string[]
  readonly consensus: readonly number[]
  readonly dividends: readonly number[]
  readonly validatorTrust: readonly number[]
  readonly validatorPermit: readonly boolean[]
  readonly stakeWeight: readonly number[]
  readonly serverEmission: readonly string[]
  readonly validatorEmission: readonly string[]
  readonly stake: readonly string[]
  readonly incentive: Readonly<Record<string, readonly number[]>>
  readonly minersEvent: Readonly<Record<string, readonly string[]>>
  readonly bonds: Readonly<Record<string, Readonly<Record<string, PairsJson>>>>
  /** `[hotkey, server rao, validator rao]` in account order; empty for a single mechanism. */
  readonly hotkeyEmission: readonly (readonly [AccountKey, string, string])[]
}

/** Sparse rows of bits, as decimal strings. */
type BitRows = readonly (readonly (readonly [column: number, bits: string])[])[]

/** Intermediates as bits of I32F32: a decimal string of value * 2^32. */
export interface EpochTraceJson {
  readonly mecid: number
  readonly inactive: readonly boolean[]
  readonly stake: readonly string[]
  readonly activeStake: readonly string[]
  readonly weights: BitRows
  readonly consensus: readonly string[]
  readonly clippedWeights: BitRows
  readonly validatorTrust: readonly string[]
  readonly incentive: readonly string[]
  readonly weightsForBonds: BitRows
  readonly bonds: BitRows
  readonly dividends: readonly string[]
}

/**
 * Runs one epoch.
 *
 * @param options.trace  also give the intermediates of every mechanism
 * @throws EpochInputError  the JSON is no epoch: the message names the place and the rule
 */
export function epoch(
  json: EpochStepJson,
  options: { readonly trace?: boolean } = {},
): { exact: EpochExactJson; traces: readonly EpochTraceJson[] } {
  const outcome = runStep(epochStepFromJson(json), options)
  return { exact: exactJson(outcome), traces: outcome.traces.map(traceJson) }
}

const STEP_FIELDS = ['call', 'emission', 'input'] as const
/** What recorded files say besides; not read here. */
const STEP_NOTES = ['mecid', 'name', 'source', 'note', 'expect', 'relation', 'exact'] as const

/**
 * Typed form of a step. Recorded expectations in it are let through and not looked at.
 *
 * @throws EpochInputError
 */
export function epochStepFromJson(json: unknown, path = ''): EpochStep {
  const fields = fieldsOf(json, path, STEP_FIELDS, STEP_NOTES)
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
  const { call } = fields
  if (call !== 'epoch_mechanism' && call !== 'epoch_with_mechanisms') {
    const rule = `must be "epoch_mechanism" or "epoch_with_mechanisms", not ${shown(call)}`
    throw new EpochInputError(at('call'), rule)
  }
  if (call === 'epoch_mechanism' && fields['mecid'] === undefined) {
    throw new EpochInputError(at('mecid'), 'is needed to run one mechanism')
  }
  const input = epochInputFromJson(fields['input'], at('input'))
  if (!hasUniqueHotkeys(input.hotkeys)) {
    throw new EpochInputError(at('input.hotkeys'), 'a hotkey holds two uids: no epoch is run then')
  }
  return {
    call,
    mecid: fields['mecid'] === undefined ? 0 : u8(fields['mecid'], at('mecid')),
    emission: u64(fields['emission'], at('emission')),
    input,
  }
}

/** Runs a step the way its `call` says. */
export function runStep(
  { call, mecid, emission, input }: EpochStep,
  { trace = false }: { readonly trace?: boolean } = {},
): EpochOutcome {
  const traces: { mecid: number; trace: EpochTrace }[] = []
  const run: MechanismRunner<AccountKey> = (given, index, part) => {
    // Only the reference keeps its intermediates.
    if (!trace) return kernelMechanism(given, index, part)
    const one = epochMechanism(given, index, part)
    traces.push({ mecid: index, trace: one.trace })
    return one
  }
  if (call === 'epoch_with_mechanisms')
    return { ...epochWithMechanisms(input, emission, run), traces }
  const one = run(input, mecid, emission)
  const { terms } = one
  return { writes: subnetWrites(terms), terms, mechanisms: [one], hotkeyEmission: [], traces }
}

/** A result as raw integers. */
export function exactJson({
  writes,
  terms,
  mechanisms,
  hotkeyEmission,
}: EpochOutcome): EpochExactJson {
  const byUid = [...terms].sort((a, b) => a.uid - b.uid)
  return {
    ...writes,
    emission: writes.emission.map(String),
    serverEmission: byUid.map((term) => String(term.serverEmission)),
    validatorEmission: byUid.map((term) => String(term.validatorEmission)),
    stake: byUid.map((term) => String(term.stake)),
    incentive: byMecid(mechanisms, (one) => one.writes.incentive),
    minersEvent: byMecid(mechanisms, (one) => one.writes.minersEvent.map(String)),
    bonds: byMecid(mechanisms, (one) =>
      Object.fromEntries(one.writes.bonds.map((row, uid) => [uid, [...row]])),
    ),
    hotkeyEmission: hotkeyEmission.map(([key, server, validator]) => [
      key,
      String(server),
      String(validator),
    ]),
  }
}

/** Intermediates as raw bits. */
export function traceJson({
  mecid,
  trace,
}: {
  readonly mecid: number
  readonly trace: EpochTrace
}): EpochTraceJson {
  return {
    mecid,
    inactive: trace.inactive,
    stake: bits(trace.stake),
    activeStake: bits(trace.activeStake),
    weights: bitRows(trace.weights),
    consensus: bits(trace.consensus),
    clippedWeights: bitRows(trace.clippedWeights),
    validatorTrust: bits(trace.validatorTrust),
    incentive: bits(trace.incentive),
    weightsForBonds: bitRows(trace.weightsForBonds),
    bonds: bitRows(trace.bonds),
    dividends: bits(trace.dividends),
  }
}

function bits(vector: Vector): string[] {
  return vector.map(String)
}

function bitRows(matrix: SparseMatrix): BitRows {
  return matrix.map((row) => row.map(([column, value]) => [column, String(value)] as const))
}

function byMecid<T>(
  mechanisms: readonly MechanismEpoch<AccountKey>[],
  read: (mechanism: MechanismEpoch<AccountKey>) => T,
): Record<string, T> {
  return Object.fromEntries(mechanisms.map((one) => [String(one.mecid), read(one)]))
}
