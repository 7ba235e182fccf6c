/**
 * Mixtures of two sparse matrices: interpolation and the moving averages of the bonds.
 *
 * Source: ../shared/spec/fixed-point.md section 6.4. The chain accumulates dense rows; here a row of
 * scratch and a flag per column give the same entries, sorted by column.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import { larger, smaller } from './scalars.ts'
import { type Entry, type SparseMatrix, type SparseRow, zeros } from './sparse.ts'
import { at, type Vector } from './vectors.ts'

/**
 * a + ratio * (b - a), cell by cell. A ratio of 0 or 1 gives `a` or `b` itself, in stored order and
 * with its zeros; anything else a matrix sorted by column without zeros and negatives.
 */
export function interpolateSparse(
  a: SparseMatrix,
  b: SparseMatrix,
  columns: number,
  ratio: I32F32,
): SparseMatrix {
  if (ratio === 0n) return a
  if (ratio === I32F32.one || a.length !== b.length) return b
  return a.map((row, i) => interpolateRow(row, b[i] ?? [], columns, ratio))
}

function interpolateRow(a: SparseRow, b: SparseRow, columns: number, ratio: I32F32): SparseRow {
  const from = densify(a, columns)
  const to = densify(b, columns)
  const mixed: Entry[] = []
  for (let column = 0; column < columns; column += 1) {
    const start = at(from, column)
    const step = I32F32.saturatingMul(ratio, I32F32.saturatingSub(at(to, column), start))
    const value = I32F32.saturatingAdd(start, step)
    if (value > 0n) mixed.push([column, value])
  }
  return mixed
}

/** A dense row; of several entries of a column the last one counts. */
function densify(row: SparseRow, columns: number): Vector {
  const dense = zeros(columns)
  for (const [column, value] of row) if (column < columns) dense[column] = value
  return dense
}

/**
 * alpha * new + (1 - alpha) * old on the square of `fresh.length`; entries above 0, sorted by column.
 */
export function matEmaSparse(fresh: SparseMatrix, old: SparseMatrix, alpha: I32F32): SparseMatrix {
  const n = fresh.length
  const kept = I32F32.saturatingSub(I32F32.one, alpha)
  return fresh.map((row, i) => {
    const oldRow = old[i] ?? []
    if (row.length === 0 && oldRow.length === 0) return []
    const totals = zeros(n)
    accumulate(totals, row, alpha)
    accumulate(totals, oldRow, kept)
    const emitted: Entry[] = []
    for (let column = 0; column < n; column += 1) {
      const value = at(totals, column)
      if (value > 0n) emitted.push([column, value])
    }
    return emitted
  })
}

function accumulate(totals: I32F32[], row: SparseRow, factor: I32F32): void {
  for (const [column, value] of row) {
    const total = totals[column]
    if (total === undefined) continue
    totals[column] = I32F32.saturatingAdd(total, I32F32.saturatingMul(factor, value))
  }
}

/**
 * The moving average with one alpha per cell, capped at one. Only cells with a new entry survive, in
 * the order of the new row: an old bond without a new weight vanishes at once.
 *
 * @param alpha  dense rows; an old entry at or beyond a row's end counts as absent
 */
export function matEmaAlphaSparse(
  fresh: SparseMatrix,
  old: SparseMatrix,
  alpha: readonly Vector[],
): SparseMatrix {
  if (fresh.length !== old.length || fresh.length !== alpha.length) return fresh
  return fresh.map((row, i) => emaAlphaRow(row, old[i] ?? [], alpha[i] ?? []))
}

function emaAlphaRow(fresh: SparseRow, old: SparseRow, alpha: Vector): SparseRow {
  if (fresh.length === 0) return []
  const decayed = zeros(alpha.length)
  for (const [column, value] of old) {
    const rate = alpha[column]
    if (rate === undefined) continue
    decayed[column] = I32F32.saturatingMul(I32F32.saturatingSub(I32F32.one, rate), value)
  }
  const emitted: Entry[] = []
  for (const [column, value] of fresh) {
    const bought = I32F32.saturatingMul(at(alpha, column), value)
    const total = I32F32.saturatingAdd(at(decayed, column), larger(bought, I32F32.zero))
    const capped = smaller(total, I32F32.one)
    if (capped > 0n) emitted.push([column, capped])
  }
  return emitted
}
