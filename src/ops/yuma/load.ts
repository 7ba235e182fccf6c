/**
 * From a file to what is run. Three forms: the native JSON (../shared/vectors/README.md: an `input`,
 * a step, a list of steps, or a list of scenarios of steps), the plain form in YAML or JSON, and a
 * CSV matrix with a column of stake.
 *
 * @module
 */
import { dirname, extname, resolve } from 'node:path'
import {
  type EpochStep,
  epochInputFromJson,
  epochStepFromJson,
} from '../../../local-chain/yuma/index.ts'
import { type CsvMatrix, readCsv } from './csv.ts'
import { invalidEpoch, refusing } from './errors.ts'
import { readInput, readText } from './files.ts'
import {
  csvSubnet,
  type PlainSubnet,
  parsePlainText,
  plainSubnet,
  rowsOfCsv,
  type Variants,
} from './plain-form.ts'
import { mechanismOf, type Setup, withMechanism } from './setup.ts'

/** One thing to run. */
export interface Job {
  /** Name of the step, if the file gives one. */
  readonly label: string
  readonly setup: Setup
  /** As the file says. */
  readonly epochs: number | undefined
  readonly variants: Variants
  /** `exact` of a recorded step, to compare with. */
  readonly recorded: Readonly<Record<string, unknown>> | undefined
}

export type Form = 'native' | 'plain' | 'csv' | 'chain'

export interface Loaded {
  readonly form: Form
  readonly jobs: readonly Job[]
}

export interface LoadOptions {
  /** Rao; replaces what the file says. */
  readonly emission?: bigint | undefined
  /** A CSV matrix that replaces the weights. */
  readonly weights?: string | undefined
}

/** What an input without emission hands out: 1 alpha, so that amounts read as shares. */
export const DEFAULT_EMISSION = 1_000_000_000n

/**
 * @param path  `-` is stdin
 * @throws TaoError FILE_UNREADABLE (exit 3), INVALID_EPOCH (exit 2)
 */
export async function loadFile(path: string, options: LoadOptions = {}): Promise<Loaded> {
  const file = path === '-' ? 'stdin' : path
  const text = await readInput(path)
  const loaded = loadText(text, file, (name) => {
    const found = resolve(path === '-' ? '.' : dirname(path), name)
    return readCsv(readText(found), name)
  })
  return adjusted(loaded, options)
}

/** The form is told by the first character, since stdin has no name. */
export function loadText(
  text: string,
  file: string,
  readMatrix: (name: string) => CsvMatrix,
): Loaded {
  if (extname(file) === '.csv' || /^\s*"?uid"?,/.test(text)) {
    return plainJob('csv', csvSubnet(readCsv(text, file), file))
  }
  const json = /^\s*[{[]/.test(text) ? parseJson(text, file) : undefined
  if (json !== undefined && isNative(json)) {
    return { form: 'native', jobs: refusing(file, () => nativeJobs(json, '')) }
  }
  return plainJob('plain', plainSubnet(parsePlainText(text, file), file, readMatrix))
}

/**
 * Options that replace what a file or a chain says.
 *
 * @throws TaoError FILE_UNREADABLE, INVALID_EPOCH
 */
export async function adjusted(
  loaded: Loaded,
  { emission, weights }: LoadOptions,
): Promise<Loaded> {
  if (emission === undefined && weights === undefined) return loaded
  const file = weights === '-' ? 'stdin' : (weights ?? '')
  const matrix = weights === undefined ? undefined : readCsv(await readInput(weights), file)
  const jobs = loaded.jobs.map((job): Job => {
    let { setup } = job
    if (emission !== undefined) setup = { ...setup, step: { ...setup.step, emission } }
    if (matrix !== undefined) {
      const rows = rowsOfCsv(matrix, setup.step.input.n, file)
      setup = withMechanism(setup, { ...mechanismOf(setup), weights: rows })
    }
    // A changed step is no longer the recorded one.
    return { ...job, setup, recorded: undefined }
  })
  return { ...loaded, jobs }
}

/** The file as one thing to run. @throws TaoError INVALID_EPOCH  it holds several */
export function onlyJob({ jobs }: Loaded): Job {
  const [job, ...more] = jobs
  if (job !== undefined && more.length === 0) return job
  throw invalidEpoch('', `this needs one subnet to start from, but there are ${jobs.length} steps`)
}

function plainJob(form: Form, { setup, epochs, variants }: PlainSubnet): Loaded {
  return { form, jobs: [{ label: '', setup, epochs, variants, recorded: undefined }] }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // YAML's flow style starts with a brace too.
    if (extname(file) !== '.json') return undefined
    throw invalidEpoch(file, error instanceof Error ? error.message : 'no JSON')
  }
}

type Fields = Readonly<Record<string, unknown>>

function isNative(json: unknown): boolean {
  return Array.isArray(json) || (isFields(json) && NATIVE_MARKS.some((name) => name in json))
}

/** Fields that the plain form does not have. */
const NATIVE_MARKS = ['hotkeys', 'call', 'input', 'steps', 'lastMechanismStepBlock', 'alpha']

function isFields(json: unknown): json is Fields {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function nativeJobs(json: unknown, path: string, label = ''): Job[] {
  if (Array.isArray(json)) {
    if (json.length === 0) throw invalidEpoch(path, 'there is no step in the list')
    return json.flatMap((item: unknown, i) => {
      const own = isFields(item) && typeof item['name'] === 'string' ? item['name'] : undefined
      const inside = label === '' ? '' : `${label} `
      return nativeJobs(item, `${path}[${i}]`, own ?? `${inside}step ${i + 1}`)
    })
  }
  if (isFields(json) && 'steps' in json) {
    return nativeJobs(json['steps'], joined(path, 'steps'), label)
  }
  if (isFields(json) && ('input' in json || 'call' in json)) {
    const recorded = isFields(json['exact']) ? json['exact'] : undefined
    return [nativeJob(epochStepFromJson(json, path), label, recorded)]
  }
  const input = epochInputFromJson(json, path)
  const emission = DEFAULT_EMISSION
  return [nativeJob({ call: 'epoch_with_mechanisms', mecid: 0, emission, input }, label)]
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function nativeJob(step: EpochStep, label: string, recorded?: Fields): Job {
  return { label, setup: { step, names: [] }, epochs: undefined, variants: {}, recorded }
}
