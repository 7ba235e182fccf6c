/**
 * Charts in a terminal: curves by simple-ascii-chart, bars and heat maps as rows of blocks.
 *
 * @module
 */
import { plot } from 'simple-ascii-chart'
import {
  type BarChart,
  type Chart,
  fitted,
  type HeatMap,
  type LineChart,
  numberText,
} from './chart.ts'

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number
  /** Whether curves may be told apart by colour. */
  readonly color: boolean
}

const HEIGHT = 14
/** Light to dark; a blank is exactly zero. */
const SHADES = [' ', '·', '░', '▒', '▓', '█']
const MARKS = ['━', '┅', '•', '+', 'x', 'o', '*', '#', '=']
const COLORS = [
  'ansiCyan',
  'ansiYellow',
  'ansiGreen',
  'ansiMagenta',
  'ansiRed',
  'ansiBlue',
] as const

export function chartText(chart: Chart, options: TextOptions): string {
  if (chart.kind === 'lines') return lines(chart, options)
  return chart.kind === 'bars' ? bars(chart, options) : heat(chart, options)
}

function lines(chart: LineChart, { width, color }: TextOptions): string {
  const series = chart.series
    .map(({ name, points }) => ({
      name,
      points: points.flatMap(([x, y]) => (y === null ? [] : [[x, y] as Point])),
    }))
    .filter(({ points }) => points.length > 0)
  if (series.length === 0) return `${chart.title}\n  (no values)`
  const plotWidth = Math.max(20, Math.min(width - 16, 100))
  const sampled = series.map(({ points }) => dense(points, plotWidth))
  const all = series.flatMap(({ points }) => points)
  const xs = [...new Set(all.map(([x]) => x))].sort((a, b) => a - b)
  // The library draws one series after the other, each from its first point.
  let drawing = -1
  const drawn = plot(sampled, {
    width: plotWidth,
    height: HEIGHT,
    customXAxisTicks: spread(xs, 9),
    customYAxisTicks: steps(sampled.flat().map(([, y]) => y)),
    formatter: (value) => numberText(value),
    ...(color ? { color: series.map((_, i) => COLORS[i % COLORS.length] ?? 'ansiWhite') } : {}),
    lineFormatter: ({ plotX, plotY, index }) => {
      if (index === 0) drawing += 1
      return { x: plotX, y: plotY, symbol: MARKS[drawing % MARKS.length] ?? '*' }
    },
  })
  const legend = series.map(({ name }, i) => `${MARKS[i % MARKS.length]} ${name}`).join('   ')
  const body = drawn.replace(/^\n+|\s+$/g, '').replace(/ +$/gm, '')
  return `${chart.title}  [${chart.yTitle}]\n${legend}\n${body}\n${' '.repeat(8)}${chart.xTitle}`
}

type Point = [x: number, y: number]

/** Straight lines between the points, one sample for each column of the plot. */
function dense(points: readonly Point[], samples: number): Point[] {
  const sorted = [...points].sort(([a], [b]) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined || first[0] === last[0]) return sorted
  let next = 1
  return Array.from({ length: samples }, (_, i): Point => {
    const x = first[0] + ((last[0] - first[0]) * i) / (samples - 1)
    while (next < sorted.length - 1 && (sorted[next]?.[0] ?? x) < x) next += 1
    const [left = first, right = last] = [sorted[next - 1], sorted[next]]
    const part = right[0] === left[0] ? 1 : Math.min(1, (x - left[0]) / (right[0] - left[0]))
    return [x, left[1] + (right[1] - left[1]) * part]
  })
}

/** At most so many of the values, evenly. */
function spread(values: readonly number[], count: number): number[] {
  const step = Math.max(1, Math.ceil(values.length / count))
  return values.filter((_, i) => i % step === 0)
}

/** Ticks from the lowest to the highest value. */
function steps(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (low === high) return [low]
  return Array.from({ length: 5 }, (_, i) => low + ((high - low) * i) / 4)
}

function bars(chart: BarChart, { width }: TextOptions): string {
  const largest = Math.max(0, ...chart.series.flatMap(({ values }) => values))
  const groupWidth = Math.max(0, ...chart.groups.map((name) => name.length))
  const nameWidth = Math.max(0, ...chart.series.map(({ name }) => name.length))
  const room = Math.max(10, Math.min(60, width - groupWidth - nameWidth - 16))
  const body = chart.groups.flatMap((group, g) =>
    chart.series.map(({ name, values }, s) => {
      const value = values[g] ?? 0
      const bar = '█'.repeat(largest === 0 ? 0 : Math.round((value / largest) * room))
      const head = (s === 0 ? group : '').padEnd(groupWidth)
      return `${head}  ${name.padEnd(nameWidth)}  ${bar} ${numberText(value)}`
    }),
  )
  return [`${chart.title}  [${chart.yTitle}]`, ...body].join('\n')
}

function heat(chart: HeatMap, { width }: TextOptions): string {
  const nameWidth = Math.max(...chart.rows.map((name) => name.length), chart.rowTitle.length)
  const map = fitted(chart, Math.max(8, Math.min(width - nameWidth - 4, 120)))
  const largest = Math.max(0, ...map.cells.flat())
  const shade = (value: number): string => {
    if (value <= 0 || largest === 0) return ' '
    const step = Math.ceil((value / largest) * (SHADES.length - 1))
    return SHADES[Math.max(1, Math.min(step, SHADES.length - 1))] ?? ' '
  }
  // Wide cells are easier to read; they are used where they fit.
  const wide = map.columns.length * 2 + nameWidth + 4 <= width ? 2 : 1
  const body = map.rows.map((name, row) => {
    const cells = map.cells[row] ?? []
    return `${name.padEnd(nameWidth)} │${cells.map((value) => shade(value).repeat(wide)).join('')}│`
  })
  const [first = '', last = ''] = [map.columns[0], map.columns.at(-1)]
  const steps = SHADES.slice(1)
    .map((mark, i) => `${mark} ${numberText(((i + 1) / (SHADES.length - 1)) * largest)}`)
    .join('  ')
  return [
    map.title,
    `${map.rowTitle.padEnd(nameWidth)}  ${map.columnTitle} ${first} to ${last}`,
    ...body,
    `up to: ${steps}`,
  ].join('\n')
}
