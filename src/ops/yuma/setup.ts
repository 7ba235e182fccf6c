/**
 * An epoch to run together with the names of its neurons, and how neurons are named in options.
 *
 * @module
 */
import type {
  AccountKey,
  EpochInput,
  EpochStep,
  MechanismInput,
  StoredRow,
} from '../../../local-chain/yuma/index.ts'
import { invalidEpoch } from './errors.ts'

/** What a run starts from. */
export interface Setup {
  readonly step: EpochStep
  /** By uid; a neuron without a name goes by its uid. */
  readonly names: readonly (string | undefined)[]
}

/** How a neuron is shown. */
export function nameOf({ names }: Pick<Setup, 'names'>, uid: number): string {
  return names[uid] ?? `uid ${uid}`
}

/** A new state of the subnet. */
export function withInput(setup: Setup, input: EpochInput<AccountKey>): Setup {
  return { ...setup, step: { ...setup.step, input } }
}

/**
 * The uid that a text names: a number, or a name.
 *
 * @throws TaoError INVALID_EPOCH  there is no such neuron
 */
export function uidOf(setup: Setup, text: string, where: string): number {
  const { n } = setup.step.input
  if (/^[0-9]+$/.test(text)) {
    if (text.length <= 5 && Number(text) < n) return Number(text)
    throw invalidEpoch(where, `there is no uid ${text}: uids go from 0 to ${n - 1}`)
  }
  const uid = setup.names.indexOf(text)
  if (uid !== -1) return uid
  const names = setup.names.filter((name) => name !== undefined)
  const known = names.length === 0 ? `use a uid from 0 to ${n - 1}` : `there are: ${some(names)}`
  throw invalidEpoch(where, `there is no neuron ${JSON.stringify(text)}; ${known}`)
}

function some(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(', ')}, ...` : names.join(', ')
}

/** The mechanism that changes apply to: the one that is run, or the first. */
export function mechanismOf({ step }: Setup): MechanismInput<AccountKey> {
  return step.input.mechanisms[step.mecid] ?? EMPTY_MECHANISM
}

const EMPTY_MECHANISM: MechanismInput<AccountKey> = {
  lastUpdate: [],
  weights: [],
  bonds: [],
  weightCommits: [],
  timelockedCommits: [],
}

/** The state with the mechanism of `mechanismOf` replaced. */
export function withMechanism(setup: Setup, mechanism: MechanismInput<AccountKey>): Setup {
  const { mecid, input } = setup.step
  const mechanisms = [...input.mechanisms]
  while (mechanisms.length < mecid) mechanisms.push(EMPTY_MECHANISM)
  mechanisms[mecid] = mechanism
  return withInput(setup, { ...input, mechanisms })
}

/** Rows with one of them set; holes before it become empty rows. */
export function withRow(
  rows: readonly (StoredRow | undefined)[],
  uid: number,
  row: StoredRow,
): (StoredRow | undefined)[] {
  const changed = Array.from(rows)
  while (changed.length < uid) changed.push(undefined)
  changed[uid] = row
  return changed
}

/** A vector with one element set; the gap before it is filled. */
export function withElement<T>(vector: readonly T[], uid: number, value: T, filler: T): T[] {
  const changed = [...vector]
  while (changed.length < uid) changed.push(filler)
  changed[uid] = value
  return changed
}
