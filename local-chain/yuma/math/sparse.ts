/**
 * Sparse matrices of the epoch: rows of (column, value) entries in stored order, which is not always
 * sorted and matters. Masks, normalisation and sums; each returns a new matrix.
 *
 * Source: ../shared/spec/fixed-point.md section 6.4.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import type { Vector } from './vectors.ts'

export type Entry = readonly [column: number, value: I32F32]
export type SparseRow = readonly Entry[]
export type SparseMatrix = readonly SparseRow[]

/** Sum of each row, wrapping. */
export function rowSumSparse(m: SparseMatrix): Vector {
  return m.map(rowSum)
}

function rowSum(row: SparseRow): I32F32 {
  let total = 0n
  for (const [, value] of row) total += value
  return I32F32.wrap(total)
}

/** Each row divided by its sum where the sum is positive. */
export function rowNormalizeSparse(m: SparseMatrix): SparseMatrix {
  return m.map((row) => {
    const total = rowSum(row)
    if (total <= 0n) return row
    return row.map(([column, value]): Entry => [column, I32F32.safeDiv(value, total)])
  })
}

/** Each column below `columns` divided by its saturating sum where that is not 0. */
export function colNormalizeSparse(m: SparseMatrix, columns: number): SparseMatrix {
  const sums = zeros(columns)
  for (const row of m) {
    for (const [column, value] of row) {
      const total = sums[column]
      if (total !== undefined) sums[column] = I32F32.saturatingAdd(total, value)
    }
  }
  return divideColumns(m, sums)
}

/** Each column below `columns` divided by its largest value (at least 0) where that is not 0. */
export function colMaxUpscaleSparse(m: SparseMatrix, columns: number): SparseMatrix {
  const largest = zeros(columns)
  for (const row of m) {
    for (const [column, value] of row) {
      const most = largest[column]
      if (most !== undefined && value > most) largest[column] = value
    }
  }
  return divideColumns(m, largest)
}

function divideColumns(m: SparseMatrix, divisors: Vector): SparseMatrix {
  return m.map((row) =>
    row.map((entry): Entry => {
      const [column, value] = entry
      const divisor = divisors[column]
      if (divisor === undefined || divisor === 0n) return entry
      return [column, I32F32.safeDiv(value, divisor)]
    }),
  )
}

/** Empties the rows where the mask is true or too short. */
export function maskRowsSparse(mask: readonly boolean[], m: SparseMatrix): SparseMatrix {
  return m.map((row, i) => ((mask[i] ?? true) ? [] : row))
}

/** Drops the diagonal. */
export function maskDiagSparse(m: SparseMatrix): SparseMatrix {
  return maskDiagSparseExceptIndex(m, undefined)
}

/** Drops the diagonal except the entry (kept, kept). */
export function maskDiagSparseExceptIndex(m: SparseMatrix, kept: number | undefined): SparseMatrix {
  return m.map((row, i) => (i === kept ? row : row.filter(([column]) => column !== i)))
}

/** Drops (i, j) where `isMasked(first[i], second[j])`; an index beyond a vector reads 0. */
export function vecMaskSparseMatrix(
  m: SparseMatrix,
  first: readonly bigint[],
  second: readonly bigint[],
  isMasked: (first: bigint, second: bigint) => boolean,
): SparseMatrix {
  return m.map((row, i) => {
    const left = first[i] ?? 0n
    return row.filter(([column]) => !isMasked(left, second[column] ?? 0n))
  })
}

/** Drops (i, j) where `isMasked(scalar, second[j])`. */
export function scalarVecMaskSparseMatrix(
  m: SparseMatrix,
  scalar: bigint,
  second: readonly bigint[],
  isMasked: (scalar: bigint, second: bigint) => boolean,
): SparseMatrix {
  return m.map((row) => row.filter(([column]) => !isMasked(scalar, second[column] ?? 0n)))
}

/** A vector of zeros to accumulate into. */
export function zeros(length: number): I32F32[] {
  return new Array<I32F32>(length).fill(I32F32.zero)
}
