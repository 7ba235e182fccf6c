/**
 * What a measurement gives, and how it is shown: in the terminal and in the README.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

export interface Figure {
  readonly what: string
  readonly median: number
  /** Milliseconds of one run, or how often in a second. */
  readonly unit: 'ms' | 'a second'
  /** At most so many milliseconds, at least so many a second. */
  readonly aim?: number | undefined
  /** What somebody else needs for the same, in the same unit. */
  readonly baseline?: { readonly value: number; readonly name: string } | undefined
}

/** One thing to measure, by the name that the command line knows it under. */
export interface Scenario {
  readonly name: string
  measure(): Promise<readonly Figure[]>
}

const HEAD = ['measured', 'median', 'aim', 'compared with', 'ratio']

/** How many times as much as the baseline: time against time, rate against rate. */
function cells({ what, median, unit, aim, baseline }: Figure): string[] {
  const show = (value: number): string =>
    unit === 'ms'
      ? `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`
      : `${Math.round(value)}/s`
  const met = aim === undefined || (unit === 'ms' ? median <= aim : median >= aim)
  return [
    what,
    show(median),
    aim === undefined ? '' : `${unit === 'ms' ? '≤' : '≥'} ${show(aim)}${met ? '' : ' (missed)'}`,
    baseline === undefined ? '' : `${baseline.name} ${show(baseline.value)}`,
    baseline === undefined ? '' : `${(median / baseline.value).toFixed(2)} ×`,
  ]
}

/** The figures as a Markdown table whose columns line up. */
export function table(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[], fill = ' '): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [
    line(head),
    line(
      HEAD.map(() => ''),
      '-',
    ),
    ...body.map((row) => line(row)),
  ].join('\n')
}

/** The machine, in one line. */
export function machine(): string {
  const [core] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${core?.model.trim()}, ${memory} GiB, Node ${process.version}, load ${load()}`
}

/** Processes that wanted to run over the last minute. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}

const BEGIN = '<!-- figures -->'
const END = '<!-- /figures -->'

/** Puts text between the marks of a page. */
export function writeBetweenMarks(path: string, text: string): void {
  const page = readFileSync(path, 'utf8')
  const from = page.indexOf(BEGIN)
  const to = page.indexOf(END)
  if (from < 0 || to < from) throw new Error(`${path} lacks ${BEGIN} and ${END}`)
  writeFileSync(path, `${page.slice(0, from + BEGIN.length)}\n${text}\n${page.slice(to)}`)
}
