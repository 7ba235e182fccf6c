/**
 * Tables. On a terminal they have rules; piped, they are columns of plain text that `cut`, `awk` and
 * `grep` understand: one line per row, two spaces between columns, no drawing.
 *
 * @module
 */
import process from 'node:process'
import Table from 'cli-table3'
import { onStdout } from './style.ts'
import { fitTable } from './table-fit.ts'

/** A column's title, and whether its values are numbers (aligned at their end). */
export interface Column {
  readonly title: string
  readonly numeric?: boolean
  /** May be left out where the terminal is too narrow for all. */
  readonly spare?: boolean
}

export interface TableOptions {
  readonly title?: string
  /** Last row, set apart on a terminal: totals. */
  readonly footer?: readonly string[]
  /** Whether to draw rules; stdout being a terminal unless given. */
  readonly ruled?: boolean
  /** Columns of the terminal; stdout's unless given. Without rules a row is one line anyway. */
  readonly width?: number
}

const PLAIN_CHARS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
} as const

/** Text of a table. Columns given as plain strings are left-aligned. */
export function renderTable(
  columns: readonly (Column | string)[],
  rows: readonly (readonly string[])[],
  options: TableOptions = {},
): string {
  const ruled = options.ruled ?? process.stdout.isTTY === true
  const heads = columns.map((column) => (typeof column === 'string' ? { title: column } : column))
  const body = ruled ? ruledTable(heads, rows, options) : plainTable(heads, rows, options.footer)
  return options.title === undefined ? body : `${onStdout.bold(options.title)}\n${body}`
}

function plainTable(
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
  footer: readonly string[] = [],
): string {
  const table = new Table({
    head: heads.map(({ title }) => title),
    colAligns: heads.map(alignment),
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    chars: PLAIN_CHARS,
  })
  for (const row of rows) table.push([...row])
  if (footer.length > 0) table.push([...footer])
  return table.toString().replace(/[ \t]+$/gm, '')
}

function ruledTable(
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
  { footer = [], width = process.stdout.columns ?? Number.POSITIVE_INFINITY }: TableOptions,
): string {
  const fit = fitTable(heads, footer.length > 0 ? [...rows, footer] : rows, width)
  if (fit.form === 'blocks') return blocks(heads, rows, footer)
  const shown = fit.kept.flatMap((i) => heads[i] ?? [])
  const only = (row: readonly string[]): string[] => fit.kept.map((i) => row[i] ?? '')
  const table = new Table({
    head: shown.map(({ title }) => onStdout.bold(title)),
    colAligns: shown.map(alignment),
    style: { head: [], border: [], compact: true },
    ...(fit.widths === undefined
      ? {}
      : { colWidths: fit.widths.map((size) => size + PADDING), wordWrap: true }),
  })
  for (const row of rows) table.push(only(row))
  if (footer.length > 0) table.push(only(footer).map((cell) => onStdout.bold(cell)))
  const missing = heads.filter((_, i) => !fit.kept.includes(i)).map(({ title }) => title)
  if (missing.length === 0) return table.toString()
  return `${table.toString()}\n${onStdout.dim(`in a wider terminal also: ${missing.join(', ')}`)}`
}

/** One block per row, a title and its value per line, where no table fits. */
function blocks(
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
  footer: readonly string[],
): string {
  const left = Math.max(...heads.map(({ title }) => title.length))
  const block = (row: readonly string[]): string =>
    heads
      .map(({ title }, i) => ({ title, value: row[i] ?? '' }))
      .filter(({ value }) => value !== '')
      .map(({ title, value }) => `${onStdout.bold(title.padEnd(left))}  ${value}`)
      .join('\n')
  return [...rows, ...(footer.length > 0 ? [footer] : [])].map(block).join('\n\n')
}

/** Blanks beside the text of a cell, both sides together. */
const PADDING = 2

function alignment({ numeric }: Column): 'left' | 'right' {
  return numeric === true ? 'right' : 'left'
}

/** Two columns of names and values, for one thing with many properties. */
export function renderFields(
  fields: readonly (readonly [name: string, value: string])[],
  options: TableOptions = {},
): string {
  return renderTable(['Field', 'Value'], fields, options)
}
