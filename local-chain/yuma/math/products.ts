/**
 * Products of a sparse matrix with a vector, and the clip at column thresholds.
 *
 * Source: ../shared/spec/fixed-point.md section 6.4. Saturating sums, in the order of rows and of
 * entries.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import { type Entry, type SparseMatrix, zeros } from './sparse.ts'
import { at, type Vector } from './vectors.ts'

/** Each row times its element of the vector; the result ends where the vector ends. */
export function rowHadamardSparse(m: SparseMatrix, v: Vector): SparseMatrix {
  return m
    .slice(0, v.length)
    .map((row, i) =>
      row.map(([column, value]): Entry => [column, I32F32.saturatingMul(at(v, i), value)]),
    )
}

/**
 * The vector of rows times the matrix: for every column the sum over rows of v_i * m_ij.
 *
 * @returns shape [columns]; entries at or above `columns` are ignored
 */
export function matmulSparse(m: SparseMatrix, v: Vector, columns: number): Vector {
  const result = zeros(columns)
  m.forEach((row, i) => {
    const factor = at(v, i)
    for (const [column, value] of row) {
      const total = result[column]
      if (total === undefined) continue
      result[column] = I32F32.saturatingAdd(total, I32F32.saturatingMul(factor, value))
    }
  })
  return result
}

/** The matrix times the vector of columns: for every row the sum over entries of m_ij * v_j. */
export function matmulTransposeSparse(m: SparseMatrix, v: Vector): Vector {
  return m.map((row) => {
    let total = I32F32.zero
    for (const [column, value] of row) {
      total = I32F32.saturatingAdd(total, I32F32.saturatingMul(value, at(v, column)))
    }
    return total
  })
}

/** Each entry times its column's element of the vector; zero products are dropped. */
export function matVecMulSparse(m: SparseMatrix, v: Vector): SparseMatrix {
  return m.map((row) => {
    const kept: Entry[] = []
    for (const [column, value] of row) {
      const product = I32F32.saturatingMul(value, at(v, column))
      if (product !== 0n) kept.push([column, product])
    }
    return kept
  })
}

/**
 * Lowers entries to their column's threshold. An entry above a threshold of 0 or less is dropped;
 * an explicit zero at a threshold of 0 is not above it and stays.
 */
export function colClipSparse(m: SparseMatrix, thresholds: Vector): SparseMatrix {
  return m.map((row) => {
    const kept: Entry[] = []
    for (const entry of row) {
      const threshold = at(thresholds, entry[0])
      if (entry[1] <= threshold) kept.push(entry)
      else if (threshold > 0n) kept.push([entry[0], threshold])
    }
    return kept
  })
}
