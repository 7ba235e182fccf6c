/**
 * Makes a table fit a terminal, where a line that wraps by itself tears the rules apart. In this
 * order: words of titles and cells go below each other, columns marked as spare are left out (and
 * named), and at last every row becomes a block of titles and values.
 *
 * @module
 */
import { stripVTControlCharacters } from 'node:util'

/** What of a column matters for its width. */
interface Fittable {
  readonly title: string
  readonly spare?: boolean
}

/** A way to draw the table. */
export type Fit =
  | {
      readonly form: 'columns'
      /** Columns that are drawn, by index. */
      readonly kept: readonly number[]
      /** Widths of their text; absent when everything has its natural width. */
      readonly widths?: readonly number[]
    }
  | { readonly form: 'blocks' }

/** Two blanks of padding and one rule belong to each column, one rule closes the row. */
const COLUMN_EXTRA = 3
const ROW_EXTRA = 1

/**
 * @param rows   texts, the footer included
 * @param width  columns of the terminal
 */
export function fitTable(
  columns: readonly Fittable[],
  rows: readonly (readonly string[])[],
  width: number,
): Fit {
  const natural = columns.map(({ title }, i) => widest(title, rows, i, lineLength))
  const least = columns.map(({ title }, i) => widest(title, rows, i, wordLength))
  let kept = columns.map((_, i) => i)
  if (drawn(pick(natural, kept)) <= width) return { form: 'columns', kept }
  while (drawn(pick(least, kept)) > width) {
    const last = kept.findLast((i) => columns[i]?.spare === true)
    if (last === undefined) return { form: 'blocks' }
    kept = kept.filter((i) => i !== last)
  }
  return { form: 'columns', kept, widths: shrink(pick(natural, kept), pick(least, kept), width) }
}

/** Takes from the widest column that can give, until the row fits. */
function shrink(natural: readonly number[], least: readonly number[], width: number): number[] {
  const widths = [...natural]
  while (drawn(widths) > width) {
    let widest = -1
    widths.forEach((size, i) => {
      const gives = size > (least[i] ?? 0)
      if (gives && size > (widths[widest] ?? 0)) widest = i
    })
    if (widest < 0) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

function drawn(widths: readonly number[]): number {
  return widths.reduce((sum, size) => sum + size + COLUMN_EXTRA, ROW_EXTRA)
}

function pick(widths: readonly number[], kept: readonly number[]): number[] {
  return kept.map((i) => widths[i] ?? 0)
}

function widest(
  title: string,
  rows: readonly (readonly string[])[],
  column: number,
  measure: (text: string) => number,
): number {
  return rows.reduce((most, row) => Math.max(most, measure(row[column] ?? '')), measure(title))
}

function lineLength(text: string): number {
  return Math.max(...text.split('\n').map(shownLength))
}

function wordLength(text: string): number {
  return Math.max(...text.split(/\s+/).map(shownLength))
}

function shownLength(text: string): number {
  return [...stripVTControlCharacters(text)].length
}
