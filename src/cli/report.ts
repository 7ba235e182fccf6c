/**
 * Titled tables and plots of a command, printed through it.
 *
 * @module
 */
import process from 'node:process'
import { noColor } from './env.ts'
import { renderTable } from './table.ts'

/** A table with a title. */
export interface TitledTable {
  readonly title: string
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Titles of columns that hold words; all others are numbers. */
const WORDS = new Set(['name', 'row', 'parameter', 'value', 'variant', 'changes', 'permit'])

/** Tables below each other. */
export function renderTables(tables: readonly TitledTable[]): string {
  return tables
    .map(({ title, titles, rows }) => {
      const columns = titles.map((name) => ({ title: name, numeric: !WORDS.has(name) }))
      return renderTable(columns, rows, { title })
    })
    .join('\n\n')
}

/** How much room a plot in the terminal has. */
export function plotRoom(): { width: number; color: boolean } {
  const { isTTY, columns } = process.stdout
  return { width: isTTY === true ? columns : 100, color: isTTY === true && !noColor() }
}
