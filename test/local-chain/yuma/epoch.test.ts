/**
 * Goal: an epoch leaves exactly what the chain's own code left. Method: replay every recorded step,
 * compare all vectors bit for bit, and check the assertions of the source tests besides.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { I32F32 } from '../../../local-chain/frame/fixed/index.ts'
import type { SparseMatrix } from '../../../local-chain/yuma/math/sparse.ts'
import type { Vector } from '../../../local-chain/yuma/math/vectors.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'
import {
  type Expectation,
  exactOf,
  type RecordedStep,
  runStep,
  type Scenario,
  type StepResult,
} from './recorded-epochs.ts'

const MODES = ['reference', 'kernel'] as const
type Mode = (typeof MODES)[number]

const files = ['epoch', 'yuma3', 'permits', 'commit_reveal', 'epoch_logs', 'mechanisms']
const cases = files.flatMap((file) => MODES.map((mode) => [file, mode] as const))

function compareExact(result: StepResult, exact: Readonly<Record<string, unknown>>): void {
  const got = exactOf(result)
  for (const [field, expected] of Object.entries(exact)) {
    // An empty list of rows marks bonds that were not recorded.
    const isRecorded = field !== 'bonds' || Object.keys(Object(expected)).length > 0
    if (isRecorded) expect(got[field], field).toEqual(expected)
  }
}

function vectorNumbers(x: Vector): number[] {
  return x.map((value) => I32F32.toF64(value))
}

function matrixNumbers(m: SparseMatrix): number[][][] {
  return m.map((row) => row.map(([column, value]) => [column, I32F32.toF64(value)]))
}

function traceField({ trace }: StepResult, name: string): unknown {
  if (trace === undefined) throw new Error('only epoch_mechanism has a trace')
  const fields: Record<string, () => unknown> = {
    inactive: () => trace.inactive,
    S: () => vectorNumbers(trace.stake),
    activeStake: () => vectorNumbers(trace.activeStake),
    W: () => matrixNumbers(trace.weights),
    C: () => vectorNumbers(trace.consensus),
    VT: () => vectorNumbers(trace.validatorTrust),
    I: () => vectorNumbers(trace.incentive),
    D: () => vectorNumbers(trace.dividends),
  }
  return fields[name]?.()
}

function fieldOf(result: StepResult, { field, index }: Expectation): unknown {
  if (field.startsWith('trace.')) return traceField(result, field.slice('trace.'.length))
  const path = Array.isArray(index) ? index : index === null ? [] : [index]
  const [first = 0, second = 0, third = 0] = path
  const writes = result.mechanisms.find((one) => one.mecid === first)?.writes
  const term = result.terms.find((one) => one.uid === first)
  const bond = writes?.bonds[second]?.get(third) ?? 0
  switch (field) {
    case 'incentive':
      return writes?.incentive[second]
    case 'bonds':
      return bond
    case 'bondsProportion':
      return bond / 65_535
    case 'bondRow':
      return [...(writes?.bonds[second] ?? [])]
    case 'dividendsProportion':
      return (term?.dividend ?? 0) / 65_535
    case 'serverEmission':
      return term?.serverEmission
    case 'validatorEmission':
      return term?.validatorEmission
    default: {
      const vector = { ...result.writes }[field as keyof StepResult['writes']]
      return index === null ? vector : vector[first]
    }
  }
}

/** Element by element comparison within the source test's tolerance. */
function isClose(got: unknown, expected: unknown, tolerance: number): boolean {
  if (Array.isArray(got) && Array.isArray(expected)) {
    return (
      got.length === expected.length &&
      got.every((value, i) => isClose(value, expected[i], tolerance))
    )
  }
  if (typeof got === 'boolean' || got === undefined) return got === expected
  return Math.abs(Number(got) - Number(expected)) <= tolerance
}

function replay(step: RecordedStep, mode: Mode): void {
  const result = runStep(step, mode)
  compareExact(result, step.exact)
  for (const expectation of step.expect ?? []) {
    if (mode === 'kernel' && expectation.field.startsWith('trace.')) continue
    const got = fieldOf(result, expectation)
    const message = `${expectation.field} ${JSON.stringify(expectation.index)}: got ${String(got)}`
    expect(isClose(got, expectation.value, expectation.tolerance), message).toBe(true)
  }
}

describe.skipIf(!hasShared).each(cases)(
  'epochs of the source tests: %s by the %s',
  (file, mode) => {
    const scenarios = hasShared ? sharedJson<Scenario[]>(`vectors/yuma/${file}.json`) : []

    it.each(scenarios)('$name ends bit for bit as recorded', ({ steps }) => {
      expect(steps.length).toBeGreaterThan(0)
      for (const step of steps) replay(step, mode)
    })
  },
)

describe.skipIf(!hasShared).each(MODES)('epochs of random states by the %s', (mode) => {
  const epochs = hasShared
    ? sharedJson<(RecordedStep & { name: string })[]>('vectors/yuma/golden.json')
    : []

  it.each(epochs)('$name ends bit for bit as recorded', (step) => {
    replay(step, mode)
  })
})
