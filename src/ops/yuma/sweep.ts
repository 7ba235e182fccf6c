/**
 * One or two keys through a range of values, and what it does to some metrics.
 *
 * @module
 */
import { applyChanges } from './changes.ts'
import { decimalOf, parseFraction, signedUnits } from './decimals.ts'
import { invalidEpoch } from './errors.ts'
import type { Measured, Metric } from './metrics.ts'
import type { Setup } from './setup.ts'
import { simulateInTurns } from './simulate.ts'

/** A key of `changes.ts` with the values that it takes. */
export interface SweptKey {
  readonly key: string
  readonly values: readonly string[]
}

/** One point of the sweep. */
export interface SweepPoint {
  readonly values: readonly string[]
  readonly measured: readonly Measured[]
}

export interface SweepOptions {
  readonly epochs: number
  readonly stale?: boolean
  readonly onPoint?: (done: number) => void
}

/** Points of all keys together: each is a whole run. */
const POINTS_MAX = 10_000
const DECIMALS_MAX = 9
const U64_MAX = (1n << 64n) - 1n

/**
 * `KEY=FROM:TO:STEP` (TO included where a step hits it) or `KEY=VALUE|VALUE|...`.
 *
 * @throws TaoError INVALID_EPOCH
 */
export function parseSweptKey(text: string): SweptKey {
  const where = `--param ${text}`
  const at = text.indexOf('=')
  if (at < 1) throw invalidEpoch('--param', `${JSON.stringify(text)} is not KEY=FROM:TO:STEP`)
  const [key, range] = [text.slice(0, at).trim(), text.slice(at + 1)]
  if (range.includes('|')) return { key, values: range.split('|').map((value) => value.trim()) }
  const parts = range.split(':').map((part) => part.trim())
  if (parts.length !== 3) {
    throw invalidEpoch(where, 'the values must be FROM:TO:STEP, as in 0.4:0.6:0.01, or a|b|c')
  }
  const names = ['FROM', 'TO', 'STEP']
  const places = names.map((name) => `${where}, ${name}`)
  const decimals = Math.max(...parts.map((part, i) => decimalsOf(part, places[i] ?? where)))
  if (decimals > DECIMALS_MAX) {
    throw invalidEpoch(where, `more than ${DECIMALS_MAX} digits after the point`)
  }
  const [from = 0n, to = 0n, step = 0n] = parts.map((part, i) =>
    signedUnits(part, places[i] ?? where, decimals, U64_MAX),
  )
  if (step === 0n) throw invalidEpoch(where, 'STEP is 0')
  if (step < 0n) throw invalidEpoch(where, 'STEP is negative')
  if (to < from) throw invalidEpoch(where, `runs backwards: ${parts[1]} is below ${parts[0]}`)
  const count = (to - from) / step + 1n
  if (count > BigInt(POINTS_MAX)) {
    throw invalidEpoch(where, `has ${count} values; at most ${POINTS_MAX} are run`)
  }
  const values = Array.from({ length: Number(count) }, (_, i) =>
    decimalOf(from + BigInt(i) * step, decimals),
  )
  return { key, values }
}

function decimalsOf(text: string, where: string): number {
  const { den } = parseFraction(text.replace(/^-(?=[0-9])/, ''), where)
  return den === 1n ? 0 : den.toString().length - 1
}

/** @throws TaoError INVALID_EPOCH  too many points, or a value that breaks its rule */
export async function sweep(
  setup: Setup,
  keys: readonly SweptKey[],
  metrics: readonly Metric[],
  { epochs, stale = false, onPoint }: SweepOptions,
): Promise<SweepPoint[]> {
  const count = pointCount(keys)
  if (count > POINTS_MAX) {
    throw invalidEpoch('--param', `${count} points together; at most ${POINTS_MAX} are run`)
  }
  const twice = keys.find(({ key }, i) => keys.findIndex((other) => other.key === key) !== i)
  if (twice !== undefined) throw invalidEpoch('--param', `${twice.key} is given twice`)
  const all = pointsOf(keys).map((values) => {
    const changes = keys.map(({ key }, k) => [key, values[k] ?? ''] as const)
    return { values, changes }
  })
  // All values and the metrics' neurons are checked before the first epoch is run.
  for (const { changes } of all) {
    const changed = applyChanges(setup, changes, '--param')
    for (const metric of metrics) metric.measure(changed, [])
  }
  const points: SweepPoint[] = []
  for (const { values, changes } of all) {
    const changed = applyChanges(setup, changes, '--param')
    const frames = await simulateInTurns(changed, { epochs, stale })
    points.push({ values, measured: metrics.map((metric) => metric.measure(changed, frames)) })
    onPoint?.(points.length)
  }
  return points
}

/** How many runs that takes. */
export function pointCount(keys: readonly SweptKey[]): number {
  return keys.reduce((product, { values }) => product * values.length, 1)
}

/** Every combination; the last key changes fastest. */
function pointsOf(keys: readonly SweptKey[]): string[][] {
  return keys.reduce<string[][]>(
    (points, { values }) => points.flatMap((point) => values.map((value) => [...point, value])),
    [[]],
  )
}
