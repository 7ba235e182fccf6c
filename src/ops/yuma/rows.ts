/**
 * Rows of decimals as the chain stores them.
 *
 * @module
 */
import { type StoredRow, U16Pairs } from '../../../local-chain/yuma/index.ts'
import { type Fraction, parseFraction, share16, U16_ONE } from './decimals.ts'
import { invalidEpoch } from './errors.ts'
import { type Setup, uidOf } from './setup.ts'

/** A decimal with its column. */
export type Cell = readonly [column: number, value: Fraction]

/**
 * Weights as a validator's client sends them: the largest becomes 65535, the others keep their
 * proportion (to the nearest), zeros are left out. Any positive scale will do: 3 and 1, 0.75 and 0.25.
 */
export function weightRow(cells: readonly Cell[]): StoredRow {
  const zero: Fraction = { num: 0n, den: 1n }
  const largest = cells.reduce((max, [, value]) => (isAbove(value, max) ? value : max), zero)
  if (largest.num === 0n) return U16Pairs.empty
  const row = cells
    .map(([column, { num, den }]) => {
      const top = num * largest.den * U16_ONE
      const bottom = den * largest.num
      return [column, Number((2n * top + bottom) / (2n * bottom))] as const
    })
    .filter(([, value]) => value > 0)
  return U16Pairs.of(row)
}

function isAbove(a: Fraction, b: Fraction): boolean {
  return a.num * b.den > b.num * a.den
}

/**
 * A whole row of text, one cell for each uid.
 *
 * @param place  name of the row, for errors: `weights, row 1 (bob)`
 * @throws TaoError INVALID_EPOCH  ragged, or a cell that is no number
 */
export function weightCells(texts: readonly string[], n: number, place: string): Cell[] {
  sameLength(texts, n, place)
  return texts.map((text, column) => [column, parseFraction(text, `${place}, column ${column}`)])
}

/** A whole row of bonds, each a share of 1. */
export function bondRow(texts: readonly string[], n: number, place: string): StoredRow {
  sameLength(texts, n, place)
  const row = texts
    .map((text, column) => [column, share16(text, `${place}, column ${column}`)] as const)
    .filter(([, value]) => value > 0)
  return U16Pairs.of(row)
}

function sameLength(texts: readonly string[], n: number, place: string): void {
  if (texts.length === n) return
  const rule = `has ${texts.length} columns, but there are ${n} neurons (ragged matrix)`
  throw invalidEpoch(place, rule)
}

/**
 * Weights by neuron.
 *
 * @throws TaoError INVALID_EPOCH  an unknown neuron, one given twice, a cell that is no number
 */
export function namedCells(
  setup: Setup,
  entries: readonly (readonly [whom: string, text: string])[],
  place: string,
): Cell[] {
  const cells = entries.map(([whom, text]): Cell => {
    const column = uidOf(setup, whom, place)
    return [column, parseFraction(text, `${place}, column ${whom}`)]
  })
  const columns = cells.map(([column]) => column)
  const twice = columns.find((column, i) => columns.indexOf(column) !== i)
  if (twice !== undefined) throw invalidEpoch(place, `column ${twice} is given twice`)
  return cells
}

/** `carol:0.6+dave:0.4`, or `0` for no weights. */
export function cellsOfText(setup: Setup, text: string, place: string): Cell[] {
  if (text.trim() === '0') return []
  const entries = text.split('+').map((part) => {
    const at = part.lastIndexOf(':')
    if (at === -1) {
      throw invalidEpoch(place, `${JSON.stringify(part)} is not NEURON:WEIGHT, as in 3:0.6+4:0.4`)
    }
    return [part.slice(0, at).trim(), part.slice(at + 1)] as const
  })
  return namedCells(setup, entries, place)
}
