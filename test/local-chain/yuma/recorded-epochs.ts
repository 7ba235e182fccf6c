/**
 * The recorded epochs of `vectors/yuma`: their shape, and their input in typed form.
 *
 * @module
 */
import {
  type EpochInput,
  type EpochTerms,
  type EpochTrace,
  epochMechanism,
  epochWithMechanisms,
  type HotkeyEmission,
  type MechanismEpoch,
  type MechanismInput,
  type StakeShare,
  type StoredRow,
  type SubnetWrites,
  subnetWrites,
} from '../../../local-chain/yuma/index.ts'

type ByMecid<T> = Readonly<Record<string, T>>
type Rows = Readonly<Record<string, StoredRow>>

/** The `input` object of the files. */
export interface RecordedInput {
  n: number
  block: number
  tempo: number
  lastMechanismStepBlock: number
  activityCutoffFactorMilli: number
  maxAllowedValidators: number
  kappa: number
  bondsPenalty: number
  liquidAlpha: boolean
  yuma3: boolean
  alphaSigmoidSteepness: number
  commitReveal: boolean
  currentEpoch: number
  revealPeriod: number
  mechanismCount: number
  hotkeys: number[]
  ownerHotkey: number | null
  blockAtRegistration: number[]
  validatorPermit: boolean[]
  bondsMovingAverage: string
  stakeThreshold: string
  taoWeight: string
  alphaValues: [number, number]
  mechanismEmissionSplit: number[] | null
  alpha: Record<string, string>
  rootStake: Record<string, string>
  parents: Record<string, [string, number][]>
  children: Record<string, [string, number][]>
  lastUpdate: ByMecid<number[]>
  weights: ByMecid<Rows>
  bonds: ByMecid<Rows>
  weightCommits: ByMecid<[number, [number, number][]][]>
  timelockedCommits: ByMecid<[number, [number, number][]][]>
}

/** One assertion of a source test. */
export interface Expectation {
  field: string
  index: number | [number, number] | [number, number, number] | null
  value: unknown
  tolerance: number
}

export interface RecordedStep {
  call: 'epoch_mechanism' | 'epoch_with_mechanisms'
  mecid: number
  emission: string
  input: RecordedInput
  expect?: Expectation[]
  exact: Record<string, unknown>
}

export interface Scenario {
  name: string
  steps: RecordedStep[]
}

function mapOf<T, U>(record: Readonly<Record<string, T>>, read: (value: T) => U): Map<number, U> {
  return new Map(Object.entries(record).map(([key, value]) => [Number(key), read(value)]))
}

function rowsOf(rows: Rows | undefined): (StoredRow | undefined)[] {
  const byUid: (StoredRow | undefined)[] = []
  for (const [uid, row] of Object.entries(rows ?? {})) byUid[Number(uid)] = row
  return byUid
}

function shares(relations: [string, number][]): StakeShare<number>[] {
  return relations.map(([proportion, hotkey]) => [BigInt(proportion), hotkey])
}

function mechanismOf(input: RecordedInput, mecid: number): MechanismInput<number> {
  const key = String(mecid)
  return {
    lastUpdate: (input.lastUpdate[key] ?? []).map(BigInt),
    weights: rowsOf(input.weights[key]),
    bonds: rowsOf(input.bonds[key]),
    weightCommits: (input.weightCommits[key] ?? []).map(([hotkey, queue]) => [
      hotkey,
      queue.map(([epoch, block]) => [BigInt(epoch), BigInt(block)]),
    ]),
    timelockedCommits: (input.timelockedCommits[key] ?? []).map(([epoch, commits]) => [
      BigInt(epoch),
      commits.map(([hotkey, block]) => [hotkey, BigInt(block)]),
    ]),
  }
}

/** Typed form of a recorded input. */
export function epochInput(input: RecordedInput): EpochInput<number> {
  const mecids = [input.lastUpdate, input.weights, input.bonds]
    .flatMap((byMecid) => Object.keys(byMecid))
    .map(Number)
  return {
    ...input,
    block: BigInt(input.block),
    lastMechanismStepBlock: BigInt(input.lastMechanismStepBlock),
    currentEpoch: BigInt(input.currentEpoch),
    revealPeriod: BigInt(input.revealPeriod),
    ownerHotkey: input.ownerHotkey ?? undefined,
    blockAtRegistration: input.blockAtRegistration.map(BigInt),
    bondsMovingAverage: BigInt(input.bondsMovingAverage),
    stakeThreshold: BigInt(input.stakeThreshold),
    taoWeight: BigInt(input.taoWeight),
    mechanismEmissionSplit: input.mechanismEmissionSplit ?? undefined,
    alpha: mapOf(input.alpha, BigInt),
    rootStake: mapOf(input.rootStake, BigInt),
    parents: mapOf(input.parents, shares),
    children: mapOf(input.children, shares),
    mechanisms: Array.from({ length: Math.max(0, ...mecids) + 1 }, (_, mecid) =>
      mechanismOf(input, mecid),
    ),
  }
}

/** Everything a step leaves behind. */
export interface StepResult {
  writes: SubnetWrites
  terms: readonly EpochTerms<number>[]
  mechanisms: readonly MechanismEpoch<number>[]
  hotkeyEmission: readonly HotkeyEmission<number>[]
  trace: EpochTrace | undefined
}

/** Runs a step the way its `call` says. */
export function runStep({ call, mecid, emission, input }: RecordedStep): StepResult {
  const typed = epochInput(input)
  if (call === 'epoch_with_mechanisms') {
    return { ...epochWithMechanisms(typed, BigInt(emission)), trace: undefined }
  }
  const epoch = epochMechanism(typed, mecid, BigInt(emission))
  const { terms, trace } = epoch
  return { writes: subnetWrites(terms), terms, mechanisms: [epoch], hotkeyEmission: [], trace }
}

/** A result in the shape of `exact`. */
export function exactOf({ writes, terms, mechanisms, hotkeyEmission }: StepResult): Json {
  const byUid = [...terms].sort((a, b) => a.uid - b.uid)
  return {
    ...writes,
    emission: writes.emission.map(String),
    serverEmission: byUid.map((term) => String(term.serverEmission)),
    validatorEmission: byUid.map((term) => String(term.validatorEmission)),
    stake: byUid.map((term) => String(term.stake)),
    incentive: byMecid(mechanisms, (one) => one.writes.incentive),
    minersEvent: byMecid(mechanisms, (one) => one.writes.minersEvent.map(String)),
    bonds: byMecid(mechanisms, (one) => ({ ...one.writes.bonds })),
    hotkeyEmission: hotkeyEmission.map(([key, server, validator]) => [
      key,
      String(server),
      String(validator),
    ]),
  }
}

export type Json = Readonly<Record<string, unknown>>

function byMecid<T>(
  mechanisms: readonly MechanismEpoch<number>[],
  read: (mechanism: MechanismEpoch<number>) => T,
): Record<string, T> {
  return Object.fromEntries(mechanisms.map((one) => [String(one.mecid), read(one)]))
}
