/**
 * Tables. On a terminal they have rules; piped, they are columns of plain text that `cut`, `awk` and
 * `grep` understand: one line per row, two spaces between columns, no drawing.
 *
 * @module
 */
import process from 'node:process'
import Table from 'cli-table3'
import { onStdout } from './style.ts'

/** A column's title, and whether its values are numbers (aligned at their end). */
export interface Column {
  readonly title: string
  readonly numeric?: boolean
}

export interface TableOptions {
  readonly title?: string
  /** Last row, set apart on a terminal: totals. */
  readonly footer?: readonly string[]
  /** Whether to draw rules; stdout being a terminal unless given. */
  readonly ruled?: boolean
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
  const table = new Table({
    head: heads.map(({ title }) => (ruled ? onStdout.bold(title) : title)),
    colAligns: heads.map(({ numeric }) => (numeric === true ? 'right' : 'left')),
    style: { head: [], border: [], compact: true, ...(ruled ? {} : edgeless) },
    ...(ruled ? {} : { chars: PLAIN_CHARS }),
  })
  for (const row of rows) table.push([...row])
  if (options.footer !== undefined) {
    table.push(options.footer.map((cell) => (ruled ? onStdout.bold(cell) : cell)))
  }
  const text = table.toString()
  const body = ruled ? text : text.replace(/[ \t]+$/gm, '')
  return options.title === undefined ? body : `${onStdout.bold(options.title)}\n${body}`
}

const edgeless = { 'padding-left': 0, 'padding-right': 0 }

/** Two columns of names and values, for one thing with many properties. */
export function renderFields(
  fields: readonly (readonly [name: string, value: string])[],
  options: TableOptions = {},
): string {
  return renderTable(['Field', 'Value'], fields, options)
}
