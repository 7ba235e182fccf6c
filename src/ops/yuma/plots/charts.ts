/**
 * Which charts a run, a comparison and a sweep have.
 *
 * @module
 */
import type { StoredRow } from '../../../../local-chain/yuma/index.ts'
import type { NeuronComparison, VariantRun } from '../compare.ts'
import { amounts, shortName } from '../report.ts'
import { mechanismOf, nameOf, type Setup } from '../setup.ts'
import { bondsOf, type Frame } from '../simulate.ts'
import type { SweepPoint, SweptKey } from '../sweep.ts'
import type { BarChart, Chart, HeatMap, LineChart } from './chart.ts'

/** Curves that can be told apart. */
const CURVES_MAX = 8
/** Groups of bars that can be read. */
const GROUPS_MAX = 24
const RAO = 1e9

/** Emission over epochs (where there are several), weights, bonds. */
export function runCharts(setup: Setup, frames: readonly Frame[]): Chart[] {
  const last = frames.at(-1)
  if (last === undefined) return []
  const after = frames.length === 1 ? 'after the epoch' : `after epoch ${last.epoch}`
  const weights = heatMap(setup, 'Weights', mechanismOf(setup).weights, 'rowSum')
  const bonds = heatMap(setup, `Bonds ${after}`, bondsOf(last), 'u16')
  const curves = frames.length > 1 ? [emissionCurves(setup, frames)] : [emissionBars(setup, last)]
  return [...curves, ...weights, ...bonds]
}

function emissionCurves(setup: Setup, frames: readonly Frame[]): LineChart {
  const byEpoch = frames.map((frame) => ({ epoch: frame.epoch, rao: amounts(frame) }))
  const sums = Array.from({ length: setup.step.input.n }, (_, uid) => ({
    uid,
    sum: byEpoch.reduce((sum, { rao }) => sum + (rao[uid] ?? 0n), 0n),
  })).filter(({ sum }) => sum > 0n)
  const largest = [...sums].sort((a, b) => (a.sum < b.sum ? 1 : -1))
  const shown = largest.slice(0, CURVES_MAX).sort((a, b) => a.uid - b.uid)
  const some = shown.length < sums.length ? `, ${shown.length} largest of ${sums.length}` : ''
  return {
    kind: 'lines',
    title: `Emission over epochs${some}`,
    xTitle: 'epoch',
    yTitle: 'alpha per epoch',
    series: shown.map(({ uid }) => ({
      name: label(setup, uid),
      points: byEpoch.map(({ epoch, rao }) => [epoch, toAlpha(rao[uid] ?? 0n)] as const),
    })),
  }
}

function emissionBars(setup: Setup, frame: Frame): BarChart {
  const earners = [...frame.outcome.terms]
    .filter((terms) => terms.serverEmission + terms.validatorEmission > 0n)
    .sort((a, b) => {
      const [left, right] = [a, b].map((one) => one.serverEmission + one.validatorEmission)
      return (left ?? 0n) < (right ?? 0n) ? 1 : -1
    })
    .slice(0, GROUPS_MAX)
    .sort((a, b) => a.uid - b.uid)
  return {
    kind: 'bars',
    title: earners.length < GROUPS_MAX ? 'Emission' : `Emission of the ${GROUPS_MAX} largest`,
    yTitle: 'alpha',
    groups: earners.map(({ uid }) => label(setup, uid)),
    series: [
      { name: 'as miner', values: earners.map((one) => toAlpha(one.serverEmission)) },
      { name: 'as validator', values: earners.map((one) => toAlpha(one.validatorEmission)) },
    ],
  }
}

/** Rows and columns without a value are left out; no map where nothing is left. */
function heatMap(
  setup: Setup,
  title: string,
  rows: readonly (StoredRow | undefined)[],
  scale: 'rowSum' | 'u16',
): HeatMap[] {
  const n = setup.step.input.n
  const filled = rows.flatMap((row, uid) => {
    const cells = [...(row ?? [])].filter(([column, value]) => column < n && value > 0)
    return cells.length === 0 ? [] : [{ uid, cells }]
  })
  const columns = [...new Set(filled.flatMap(({ cells }) => cells.map(([column]) => column)))]
  columns.sort((a, b) => a - b)
  if (filled.length === 0) return []
  const cells = filled.map(({ cells: found }) => {
    const byColumn = new Map(found)
    const sum = found.reduce((total, [, value]) => total + value, 0)
    const one = scale === 'u16' ? 65_535 : sum
    return columns.map((column) => (byColumn.get(column) ?? 0) / one)
  })
  return [
    {
      kind: 'heat',
      title: scale === 'rowSum' ? `${title} (each row adds up to 1)` : title,
      rowTitle: 'validator',
      columnTitle: 'miner',
      rows: filled.map(({ uid }) => label(setup, uid)),
      columns: columns.map((column) => label(setup, column)),
      cells,
    },
  ]
}

/** What each variant gives to whom, and how the largest gains and losses come about. */
export function compareCharts(
  runs: readonly VariantRun[],
  neurons: readonly NeuronComparison[],
): Chart[] {
  const moved = [...neurons].sort((a, b) => (largestChange(a) < largestChange(b) ? 1 : -1))
  const shown = moved.slice(0, GROUPS_MAX).sort((a, b) => a.uid - b.uid)
  const bars: BarChart = {
    kind: 'bars',
    title: `Emission of all epochs (${runs[0]?.frames.length ?? 0})`,
    yTitle: 'alpha',
    groups: shown.map(({ name }) => shortName(name)),
    series: runs.map(({ name }, i) => ({
      name,
      values: shown.map(({ totals }) => toAlpha(totals[i] ?? 0n)),
    })),
  }
  const isLong = (runs[0]?.frames.length ?? 0) > 1
  const inAll = moved.filter(({ totals }) => totals.every((total) => total !== undefined))
  const most = isLong ? inAll.slice(0, 3) : []
  return [bars, ...most.map((neuron) => variantCurves(runs, neuron))]
}

function variantCurves(
  runs: readonly VariantRun[],
  { uid, name, totals }: NeuronComparison,
): LineChart {
  return {
    kind: 'lines',
    title: `Emission of ${shortName(name)} over epochs`,
    xTitle: 'epoch',
    yTitle: 'alpha per epoch',
    series: runs.flatMap((run, i) =>
      totals[i] === undefined
        ? []
        : [
            {
              name: run.name,
              hue: i,
              points: run.frames.map(
                (frame) => [frame.epoch, toAlpha(amounts(frame)[uid] ?? 0n)] as const,
              ),
            },
          ],
    ),
  }
}

function largestChange({ changes }: NeuronComparison): bigint {
  return changes.reduce<bigint>((largest, change = 0n) => {
    const size = change < 0n ? -change : change
    return size > largest ? size : largest
  }, 0n)
}

/** Metrics over one key, or a map over two keys for each metric. */
export function sweepCharts(
  keys: readonly SweptKey[],
  metrics: readonly string[],
  points: readonly SweepPoint[],
): Chart[] {
  const [first, second] = keys
  if (first === undefined) return []
  if (second !== undefined) {
    return metrics.map((metric, m) => ({
      kind: 'heat',
      title: metric,
      rowTitle: first.key,
      columnTitle: second.key,
      rows: first.values,
      columns: second.values,
      cells: first.values.map((_, row) =>
        second.values.map((_, column) => {
          return Number(points[row * second.values.length + column]?.measured[m]?.value ?? 0)
        }),
      ),
    }))
  }
  // Amounts and shares have different scales, so each kind has its own chart.
  const kinds = [...new Set(metrics.map((metric) => metric.split(':')[0] ?? ''))]
  return kinds.map((kind) => ({
    kind: 'lines',
    title: `${kind} over ${first.key}`,
    xTitle: first.key,
    yTitle: /mission/.test(kind) ? 'alpha' : kind === 'settled' ? 'epoch' : 'share',
    series: metrics.flatMap((metric, m) =>
      metric.split(':')[0] === kind
        ? [{ name: metric, points: points.map((point, i) => pointOf(point, m, i)) }]
        : [],
    ),
  }))
}

/** Values that are no numbers (`true|false`, rows) stand by their position. */
function pointOf(
  { values, measured }: SweepPoint,
  metric: number,
  position: number,
): readonly [number, number | null] {
  const x = Number(values[0])
  const value = measured[metric]?.value ?? null
  return [Number.isFinite(x) ? x : position, value === null ? null : Number(value)]
}

function label(setup: Setup, uid: number): string {
  return shortName(setup.names[uid] === undefined ? String(uid) : nameOf(setup, uid))
}

/** For drawing only: a plot does not show the digits that a float loses. */
function toAlpha(units: bigint): number {
  return Number(units) / RAO
}
