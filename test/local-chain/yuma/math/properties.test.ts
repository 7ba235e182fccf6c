/**
 * Goal: the quickselect and the sparse forms. Method: the equivalent forms that
 * `../shared/spec/fixed-point.md` sections 6.4 and 6.5 state, on random inputs with ties and gaps.
 *
 * @module
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { I32F32 } from '../../../../local-chain/frame/fixed/index.ts'
import { matEmaSparse } from '../../../../local-chain/yuma/math/blend.ts'
import * as dense from '../../../../local-chain/yuma/math/dense.ts'
import { colClipSparse, matmulSparse } from '../../../../local-chain/yuma/math/products.ts'
import {
  colNormalizeSparse,
  type Entry,
  rowNormalizeSparse,
  type SparseMatrix,
} from '../../../../local-chain/yuma/math/sparse.ts'
import { at, normalize, sum, type Vector } from '../../../../local-chain/yuma/math/vectors.ts'
import {
  weightedMedian,
  weightedMedianColSparse,
} from '../../../../local-chain/yuma/math/weighted-median.ts'

const share = fc.bigInt({ min: 0n, max: 1n << 32n }).map((bits) => I32F32.fromBits(bits))
// Few distinct scores, so that ties are common.
const score = fc.integer({ min: 0, max: 4 }).map((n) => I32F32.fromBits(BigInt(n) << 29n))
const cellValue = fc.oneof(fc.constant(I32F32.zero), share)

const square = fc
  .integer({ min: 1, max: 6 })
  .chain((n) =>
    fc.array(fc.array(cellValue, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
  )

function sparseOf(m: dense.Matrix): SparseMatrix {
  return m.map((row) =>
    row.map((value, j): Entry => [j, value]).filter(([, value]) => value !== 0n),
  )
}

function denseOf(m: SparseMatrix, columns: number): dense.Matrix {
  return m.map((row) => {
    const values = new Array<I32F32>(columns).fill(I32F32.zero)
    for (const [column, value] of row) values[column] = value
    return values
  })
}

/** First score, ascending, whose cumulated stake exceeds the minority; else the largest. */
function medianBySorting(stake: Vector, scores: Vector, minority: bigint): bigint {
  const order = scores.map((_, i) => i).sort((i, j) => Number(at(scores, i) - at(scores, j)))
  const distinct = [...new Set(order.map((i) => at(scores, i)))]
  let cumulated = 0n
  for (const value of distinct) {
    for (const i of order) if (at(scores, i) === value) cumulated += at(stake, i)
    if (cumulated > minority) return value
  }
  return distinct.at(-1) ?? 0n
}

describe('weightedMedian', () => {
  it('agrees with sorting by score', () => {
    const pairs = fc.array(fc.tuple(share, score), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(pairs, share, (given, majority) => {
        const stake = normalize(given.map(([value]) => value))
        const scores = given.map(([, value]) => value)
        const total = sum(stake)
        const minority = I32F32.saturatingSub(total, majority)
        const indices = scores.map((_, i) => i)
        const got = weightedMedian(stake, scores, indices, minority, I32F32.zero, total)
        expect(got).toBe(medianBySorting(stake, scores, minority))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('sparse forms', () => {
  it('agree with the dense forms on matrices without explicit zeros', () => {
    fc.assert(
      fc.property(square, share, (m, kappa) => {
        const n = m.length
        const s = sparseOf(m)
        const v = m.map((row) => at(row, 0))
        expect(denseOf(rowNormalizeSparse(s), n)).toEqual(dense.rowNormalize(m))
        expect(denseOf(colNormalizeSparse(s, n), n)).toEqual(dense.colNormalize(m))
        expect(matmulSparse(s, v, n)).toEqual(dense.matmul(m, v))
        expect(denseOf(colClipSparse(s, v), n)).toEqual(dense.colClip(m, v))
        expect(denseOf(matEmaSparse(s, s, kappa), n)).toEqual(dense.matEma(m, m, kappa))
        expect(weightedMedianColSparse(v, s, n, kappa)).toEqual(
          dense.weightedMedianCol(v, m, kappa),
        )
      }),
      { numRuns: 500 },
    )
  })
})
