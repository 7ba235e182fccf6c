/**
 * The recorded epochs of `vectors/yuma`: their shape, and their input in typed form.
 *
 * @module
 */
import {
  type AccountKey,
  type EpochInput,
  type EpochTerms,
  type EpochTrace,
  epochInputFromJson,
  epochMechanism,
  epochWithMechanisms,
  exactJson,
  type HotkeyEmission,
  kernelMechanism,
  type MechanismEpoch,
  mechanismRunner,
  type PairsJson,
  type SubnetWrites,
  subnetWrites,
} from '../../../local-chain/yuma/index.ts'

type ByMecid<T> = Readonly<Record<string, T>>
type Rows = Readonly<Record<string, PairsJson>>

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

/** Typed form of a recorded input. */
export function epochInput(input: RecordedInput): EpochInput<AccountKey> {
  return epochInputFromJson(input)
}

/** Everything a step leaves behind. */
export interface StepResult {
  writes: SubnetWrites
  terms: readonly EpochTerms<AccountKey>[]
  mechanisms: readonly MechanismEpoch<AccountKey>[]
  hotkeyEmission: readonly HotkeyEmission<AccountKey>[]
  trace: EpochTrace | undefined
}

/** Runs a step the way its `call` says; only the reference alone leaves a trace. */
export function runStep(
  { call, mecid, emission, input }: RecordedStep,
  mode: 'kernel' | 'reference',
): StepResult {
  const typed = epochInput(input)
  if (call === 'epoch_with_mechanisms') {
    const whole = epochWithMechanisms(typed, BigInt(emission), mechanismRunner(mode))
    return { ...whole, trace: undefined }
  }
  const reference =
    mode === 'reference' ? epochMechanism(typed, mecid, BigInt(emission)) : undefined
  const epoch = reference ?? kernelMechanism(typed, mecid, BigInt(emission))
  const { terms } = epoch
  const trace = reference?.trace
  return { writes: subnetWrites(terms), terms, mechanisms: [epoch], hotkeyEmission: [], trace }
}

/** A result in the shape of `exact`. */
export function exactOf(result: StepResult): Json {
  return { ...exactJson({ ...result, traces: [] }) }
}

export type Json = Readonly<Record<string, unknown>>
