/**
 * Dense matrix functions of the chain's `epoch/math.rs`. The epoch does not use them; they are the
 * other half of the recorded cases and an oracle for the sparse forms.
 *
 * Source: ../shared/spec/fixed-point.md section 6.4.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import { larger, smaller } from './scalars.ts'
import { zeros } from './sparse.ts'
import { at, normalize, sum, type Vector } from './vectors.ts'
import { medians } from './weighted-median.ts'

export type Matrix = readonly Vector[]

function width(m: Matrix): number {
  return m[0]?.length ?? 0
}

function cell(m: Matrix, i: number, j: number): I32F32 {
  return at(m[i] ?? [], j)
}

export function rowNormalize(m: Matrix): Matrix {
  return m.map((row) => (sum(row) > 0n ? normalize(row) : row))
}

export function colNormalize(m: Matrix): Matrix {
  return divideColumns(m, (total, value) => I32F32.saturatingAdd(total, value))
}

export function colMaxUpscale(m: Matrix): Matrix {
  return divideColumns(m, larger)
}

function divideColumns(m: Matrix, fold: (a: I32F32, b: I32F32) => I32F32): Matrix {
  const divisors = zeros(width(m)).map((zero, j) => m.reduce((a, row) => fold(a, at(row, j)), zero))
  return m.map((row) =>
    row.map((value, j) =>
      at(divisors, j) === 0n ? value : I32F32.safeDiv(value, at(divisors, j)),
    ),
  )
}

export function vecdiv(x: Vector, y: Vector): Vector {
  return x.map((value, i) => I32F32.safeDiv(value, at(y, i)))
}

/** Zero where masked; a missing mask cell masks. */
export function maskMatrix(mask: readonly (readonly boolean[])[], m: Matrix): Matrix {
  return m.map((row, i) => row.map((value, j) => ((mask[i]?.[j] ?? true) ? I32F32.zero : value)))
}

/** A masked row becomes zeros of the first row's length. */
export function maskRows(mask: readonly boolean[], m: Matrix): Matrix {
  return m.map((row, i) => ((mask[i] ?? true) ? zeros(width(m)) : row))
}

/** Zeroes the diagonal of a square matrix, except the cell (kept, kept). */
export function maskDiag(m: Matrix, kept?: number): Matrix {
  if (m.length === 0 || m.length !== width(m)) return m
  return m.map((row, i) => row.map((value, j) => (i === j && i !== kept ? I32F32.zero : value)))
}

export function rowHadamard(m: Matrix, v: Vector): Matrix {
  return m
    .slice(0, v.length)
    .map((row, i) => row.map((value) => I32F32.saturatingMul(at(v, i), value)))
}

/** Row sums; none when the first row is empty. */
export function rowSum(m: Matrix): Vector {
  return width(m) === 0 ? [] : m.map(sum)
}

export function matmul(m: Matrix, v: Vector): Vector {
  return zeros(width(m)).map((zero, j) =>
    m.reduce(
      (total, row, i) => I32F32.saturatingAdd(total, I32F32.saturatingMul(at(v, i), at(row, j))),
      zero,
    ),
  )
}

export function matmulTranspose(m: Matrix, v: Vector): Vector {
  return m.map((row) =>
    row.reduce(
      (total, value, j) => I32F32.saturatingAdd(total, I32F32.saturatingMul(value, at(v, j))),
      I32F32.zero,
    ),
  )
}

export function colClip(m: Matrix, thresholds: Vector): Matrix {
  return m.map((row) => row.map((value, j) => smaller(value, at(thresholds, j))))
}

export function interpolate(a: Matrix, b: Matrix, ratio: I32F32): Matrix {
  if (ratio === 0n) return a
  if (ratio === I32F32.one) return b
  if (a.length === 0) return [[]]
  return a.map((row, i) =>
    row.map((value, j) => {
      const gap = I32F32.saturatingSub(cell(b, i, j), value)
      return I32F32.saturatingAdd(value, I32F32.saturatingMul(ratio, gap))
    }),
  )
}

/** alpha * new + (1 - alpha) * old over the rows and columns of the shorter. */
export function matEma(fresh: Matrix, old: Matrix, alpha: I32F32): Matrix {
  const kept = I32F32.saturatingSub(I32F32.one, alpha)
  return fresh.slice(0, old.length).map((row, i) =>
    row.slice(0, old[i]?.length ?? 0).map((value, j) => {
      const decayed = I32F32.saturatingMul(kept, cell(old, i, j))
      return I32F32.saturatingAdd(I32F32.saturatingMul(alpha, value), decayed)
    }),
  )
}

/** The moving average with one alpha per cell, capped at one; every cell survives. */
export function matEmaAlpha(fresh: Matrix, old: Matrix, alpha: Matrix): Matrix {
  if (fresh.length === 0) return [[]]
  if (fresh.length !== old.length || fresh.length !== alpha.length) return old
  const isRagged = fresh.some(
    (row, i) => row.length !== old[i]?.length || row.length !== alpha[i]?.length,
  )
  if (isRagged) return fresh
  return fresh.map((row, i) =>
    row.map((value, j) => {
      const rate = cell(alpha, i, j)
      const kept = I32F32.saturatingSub(I32F32.one, rate)
      const bought = I32F32.saturatingMul(rate, value)
      const total = I32F32.saturatingAdd(
        I32F32.saturatingMul(kept, cell(old, i, j)),
        larger(bought, I32F32.zero),
      )
      return smaller(total, I32F32.one)
    }),
  )
}

/** Mat-vec product by cell; an overflow gives 0. */
export function matVecMul(m: Matrix, v: Vector): Matrix {
  return m.map((row) =>
    row.slice(0, v.length).map((value, j) => I32F32.checkedMul(value, at(v, j)) ?? I32F32.zero),
  )
}

/**
 * Stake-weighted median of every column over the rows with positive stake; a row of another length
 * than the first counts as no stake and no score.
 */
export function weightedMedianCol(stake: Vector, score: Matrix, majority: I32F32): Vector {
  const columns = width(score)
  const staked = stake.map((_, i) => i).filter((i) => at(stake, i) > 0n)
  const hasRow = (i: number): boolean => score[i]?.length === columns
  const useStake = normalize(staked.map((i) => (hasRow(i) ? at(stake, i) : I32F32.zero)))
  const scores = zeros(columns).map((zero, j) =>
    staked.map((i) => (hasRow(i) ? cell(score, i, j) : zero)),
  )
  return medians(useStake, scores, majority)
}
