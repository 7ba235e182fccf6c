/**
 * The three commands without their options: run what was loaded, and results as JSON.
 *
 * @module
 */
import type { TaoError } from '../../primitives/tao-error.ts'
import { parseVariant } from './changes.ts'
import { type Variant, type VariantRun, variantJson } from './compare.ts'
import { differsFromRecorded, invalidEpoch } from './errors.ts'
import { writeText } from './files.ts'
import type { Job, Loaded } from './load.ts'
import type { Ran } from './sections.ts'
import { simulateInTurns } from './simulate.ts'
import { nativeText, stepJson } from './source.ts'
import { parseSweptKey, type SweepPoint, type SweptKey } from './sweep.ts'

export interface RunOptions {
  readonly epochs?: number | undefined
  readonly stale: boolean
  /** Keep the intermediates. */
  readonly explain: boolean
}

/** @throws TaoError INVALID_EPOCH  several epochs of a list of steps */
export async function runJobs(
  { jobs }: Loaded,
  { epochs, stale, explain }: RunOptions,
): Promise<Ran[]> {
  if (epochs !== undefined && epochs > 1 && jobs.length > 1) {
    throw invalidEpoch('--epochs', 'each step of a list is run by itself, for one epoch')
  }
  const ran: Ran[] = []
  for (const job of jobs) {
    const options = { epochs: epochs ?? job.epochs ?? 1, stale, trace: explain }
    ran.push({ job, frames: await simulateInTurns(job.setup, options) })
  }
  return ran
}

type StepJson = ReturnType<typeof stepJson>

export function stepsJson({ job, frames }: Ran): StepJson[] {
  return frames.map((frame) => stepJson(job, frame, frames.length))
}

/** The error where a step did not come out as recorded, or has nothing recorded. */
export function recordedFailure(steps: readonly StepJson[]): TaoError | undefined {
  const wrong = steps.filter(({ matches }) => matches !== true)
  return wrong.length === 0 ? undefined : differsFromRecorded(wrong.map(({ label }) => label))
}

/** @throws TaoError FILE_UNREADABLE */
export function saveNative(path: string, ran: readonly Ran[]): void {
  writeText(path, nativeText(ran.map(({ job }) => job.setup)))
}

/** Variants of the file, then those of the command line. @throws TaoError INVALID_EPOCH */
export function variantsOf(job: Job, texts: readonly string[]): Variant[] {
  const inFile = Object.entries(job.variants).map(([name, changes]) => ({
    name,
    changes: Object.entries(changes),
  }))
  return [...inFile, ...texts.map(parseVariant)]
}

export function comparisonJson(runs: readonly VariantRun[], epochs: number, job: Job) {
  const [base] = runs
  return {
    epochs,
    emission: String(job.setup.step.emission),
    variants: base === undefined ? [] : runs.map((run) => variantJson(run, base)),
  }
}

/** One or two keys. @throws TaoError INVALID_EPOCH */
export function parseSweptKeys(texts: readonly string[]): SweptKey[] {
  if (texts.length > 2) throw invalidEpoch('--param', 'can be given once or twice')
  return texts.map(parseSweptKey)
}

export function sweepJson(
  keys: readonly SweptKey[],
  metrics: readonly string[],
  points: readonly SweepPoint[],
  epochs: number,
) {
  return {
    epochs,
    params: keys.map(({ key }) => key),
    metrics,
    points: points.map(({ values, measured }) => ({
      values: Object.fromEntries(keys.map(({ key }, i) => [key, values[i]])),
      measured: Object.fromEntries(metrics.map((metric, i) => [metric, measured[i]])),
    })),
  }
}
