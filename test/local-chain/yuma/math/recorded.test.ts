/**
 * Goal: every function of the chain's `epoch/math.rs` gives the recorded bits. Method: replay the nine
 * transcribed files of `vectors/math`, both against the source test's tolerance and exactly.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { convert, I32F32, I64F64, I96F32 } from '../../../../local-chain/frame/fixed/index.ts'
import * as blend from '../../../../local-chain/yuma/math/blend.ts'
import * as dense from '../../../../local-chain/yuma/math/dense.ts'
import * as products from '../../../../local-chain/yuma/math/products.ts'
import * as scalars from '../../../../local-chain/yuma/math/scalars.ts'
import * as sparse from '../../../../local-chain/yuma/math/sparse.ts'
import * as upscale from '../../../../local-chain/yuma/math/upscale.ts'
import * as vectors from '../../../../local-chain/yuma/math/vectors.ts'
import * as median from '../../../../local-chain/yuma/math/weighted-median.ts'
import { hasShared, sharedJson } from '../../../support/shared.ts'
import { Args, isWithin, type MathCase, type Result, texts } from './recorded.ts'

type Call = (args: Args) => Result

const scalarCalls: Record<string, Call> = {
  ema_alpha_from_bonds_moving_average: (a) =>
    scalars.bondsEmaAlpha(BigInt(a.text('bonds_moving_average'))),
  i64f64_div_int: (a) =>
    I64F64.wrappingDivInt(
      I64F64.fromNum(BigInt(a.text('numerator'))),
      BigInt(a.text('denominator')),
    ),
  fixed64_to_fixed32: (a) => convert(I64F64, I32F32, I64F64.fromBits(BigInt(a.text('x')))),
  fixed_to_u16: (a) => I32F32.toU16(a.fixed('x')),
  fixed_to_u64: (a) => I32F32.toU64(a.fixed('x')),
  i96f32_to_u64: (a) => I96F32.toU64(I96F32.fromBits(BigInt(a.text('x')))),
  fixed64_to_u64: (a) => I64F64.toU64(I64F64.fromBits(BigInt(a.text('x')))),
  u16_to_fixed: (a) => I32F32.fromInt(a.int('x')),
  u16_proportion_to_fixed: (a) => scalars.u16ProportionToFixed(a.int('x')),
  fixed_proportion_to_u16: (a) => scalars.fixedProportionToU16(a.fixed('x')),
  exp_safe: (a) => scalars.expSafe(a.fixed('input')),
  sigmoid_safe: (a) => scalars.sigmoidSafe(a.fixed('input'), a.fixed('rho'), a.fixed('kappa')),
}

const vectorCalls: Record<string, Call> = {
  vec_max_upscale_to_u16: (a) => upscale.vecMaxUpscaleToU16(a.vector('vec')),
  vec_u16_max_upscale_to_u16: (a) => upscale.vecU16MaxUpscaleToU16(a.ints('vec')),
  check_vec_max_limited: (a) => upscale.checkVecMaxLimited(a.ints('vec'), a.int('max_limit')),
  is_topk: (a) => vectors.isTopk(a.vector('vector'), a.int('k')),
  sum: (a) => vectors.sum(a.vector('x')),
  normalize: (a) => vectors.normalize(a.vector('x')),
  inplace_normalize: (a) => vectors.normalize(a.vector('x')),
  inplace_normalize_64: (a) => vectors.normalize64(a.vector64('x')),
  vecdiv: (a) => dense.vecdiv(a.vector('x'), a.vector('y')),
  inplace_mask_vector: (a) => vectors.maskVector(a.mask('mask'), a.vector('vector')),
  vec_mul: (a) => vectors.vecMul(a.vector('a'), a.vector('b')),
  weighted_median: (a) =>
    median.weightedMedian(
      a.vector('stake'),
      a.vector('score'),
      a.ints('partition_idx'),
      a.fixed('minority'),
      a.fixed('partition_lo'),
      a.fixed('partition_hi'),
    ),
}

const denseCalls: Record<string, Call> = {
  inplace_row_normalize: (a) => dense.rowNormalize(a.dense('x')),
  inplace_col_normalize: (a) => dense.colNormalize(a.dense('x')),
  inplace_col_max_upscale: (a) => dense.colMaxUpscale(a.dense('x')),
  inplace_mask_matrix: (a) => dense.maskMatrix(a.maskMatrix('mask'), a.dense('matrix')),
  inplace_mask_rows: (a) => dense.maskRows(a.mask('mask'), a.dense('matrix')),
  inplace_mask_diag: (a) => dense.maskDiag(a.dense('matrix')),
  inplace_mask_diag_except_index: (a) => dense.maskDiag(a.dense('matrix'), a.int('except_index')),
  mat_vec_mul: (a) => dense.matVecMul(a.dense('matrix'), a.vector('vector')),
  row_hadamard: (a) => dense.rowHadamard(a.dense('matrix'), a.vector('vector')),
  row_sum: (a) => dense.rowSum(a.dense('x')),
  matmul: (a) => dense.matmul(a.dense('matrix'), a.vector('vector')),
  matmul_transpose: (a) => dense.matmulTranspose(a.dense('matrix'), a.vector('vector')),
  inplace_col_clip: (a) => dense.colClip(a.dense('x'), a.vector('col_threshold')),
  interpolate: (a) => dense.interpolate(a.dense('mat1'), a.dense('mat2'), a.fixed('ratio')),
  mat_ema_alpha: (a) => dense.matEmaAlpha(a.dense('new'), a.dense('old'), a.dense('alpha')),
  weighted_median_col: (a) =>
    dense.weightedMedianCol(a.vector('stake'), a.dense('score'), a.fixed('majority')),
}

const sparseCalls: Record<string, Call> = {
  inplace_row_normalize_sparse: (a) => sparse.rowNormalizeSparse(a.sparse('m')),
  inplace_col_normalize_sparse: (a) => sparse.colNormalizeSparse(a.sparse('m'), a.int('columns')),
  inplace_col_max_upscale_sparse: (a) =>
    sparse.colMaxUpscaleSparse(a.sparse('m'), a.int('columns')),
  mask_rows_sparse: (a) => sparse.maskRowsSparse(a.mask('mask'), a.sparse('matrix')),
  mask_diag_sparse: (a) => sparse.maskDiagSparse(a.sparse('matrix')),
  mask_diag_sparse_except_index: (a) =>
    sparse.maskDiagSparseExceptIndex(a.sparse('matrix'), a.int('except_index')),
  vec_mask_sparse_matrix: (a) =>
    sparse.vecMaskSparseMatrix(
      a.sparse('matrix'),
      a.bigints('first'),
      a.bigints('second'),
      a.text('mask_if') === 'eq' ? (x, y) => x === y : (x, y) => x < y,
    ),
  row_sum_sparse: (a) => sparse.rowSumSparse(a.sparse('matrix')),
  mat_vec_mul_sparse: (a) => products.matVecMulSparse(a.sparse('matrix'), a.vector('vector')),
  row_hadamard_sparse: (a) => products.rowHadamardSparse(a.sparse('matrix'), a.vector('vector')),
  matmul_sparse: (a) =>
    products.matmulSparse(a.sparse('matrix'), a.vector('vector'), a.int('columns')),
  matmul_transpose_sparse: (a) =>
    products.matmulTransposeSparse(a.sparse('matrix'), a.vector('vector')),
  col_clip_sparse: (a) => products.colClipSparse(a.sparse('matrix'), a.vector('col_threshold')),
  interpolate_sparse: (a) =>
    blend.interpolateSparse(a.sparse('mat1'), a.sparse('mat2'), a.int('columns'), a.fixed('ratio')),
  mat_ema_alpha_sparse: (a) =>
    blend.matEmaAlphaSparse(a.sparse('new'), a.sparse('old'), a.dense('alpha')),
  weighted_median_col_sparse: (a) =>
    median.weightedMedianColSparse(
      a.vector('stake'),
      a.sparse('score'),
      a.int('columns'),
      a.fixed('majority'),
    ),
}

const calls = { ...scalarCalls, ...vectorCalls, ...denseCalls, ...sparseCalls }

const files = [
  'upscale',
  'convert',
  'exp_sigmoid',
  'topk',
  'vector',
  'matrix',
  'weighted_median',
  'interpolate',
  'ema',
]

describe.skipIf(!hasShared)('epoch maths (recorded cases)', () => {
  const cases = hasShared
    ? files.flatMap((file) => sharedJson<MathCase[]>(`vectors/math/${file}.json`))
    : []

  it.each(cases)('$fn: $id', ({ fn, args, expected, tolerance, exact }) => {
    const call = calls[fn]
    if (call === undefined) throw new Error(`no function for ${fn}`)
    const got = call(new Args(args))
    expect(texts(got)).toEqual(texts(exact))
    expect(isWithin(got, expected, BigInt(tolerance))).toBe(true)
  })

  it('reads all 290 cases', () => {
    expect(cases.length).toBe(hasShared ? 290 : 0)
  })
})

describe.skipIf(!hasShared)('exp_safe (recorded by the compiled library)', () => {
  it('gives the recorded bits', () => {
    const cases = sharedJson<{ fn: string; a: string; result: string }[]>(
      'vectors/math/transcendental.json',
    ).filter(({ fn }) => fn === 'exp_safe')
    expect(cases.length).toBe(30)
    const got = cases.map(({ a }) => String(scalars.expSafe(I32F32.fromBits(BigInt(a)))))
    expect(got).toEqual(cases.map(({ result }) => result))
  })
})
