/**
 * Bonds and dividends, by the classic rule and by Yuma3.
 *
 * Source: ../shared/spec/yuma.md sections 4.8 and 4.9.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import { type AccountKey, type EpochInput, mechanismInput } from '../input.ts'
import { interpolateSparse, matEmaAlphaSparse, matEmaSparse } from '../math/blend.ts'
import { matmulTransposeSparse, matVecMulSparse, rowHadamardSparse } from '../math/products.ts'
import { bondsEmaAlpha, U16_WHOLE, u16ProportionToFixed } from '../math/scalars.ts'
import {
  colMaxUpscaleSparse,
  colNormalizeSparse,
  type Entry,
  rowSumSparse,
  type SparseMatrix,
  scalarVecMaskSparseMatrix,
} from '../math/sparse.ts'
import { normalize, type Vector, vecMul } from '../math/vectors.ts'
import type { Consensus } from './consensus.ts'
import { liquidAlphaParameters, liquidAlphas } from './liquid-alpha.ts'

const U64_MAX = (1n << 64n) - 1n

export interface BondsAndDividends {
  /** What is stored, before the conversion to u16. */
  readonly bonds: SparseMatrix
  readonly dividends: Vector
}

/**
 * 4.8: the weights that bonds follow. The default penalty gives the clipped weights themselves,
 * without the entries of columns that have no consensus.
 */
export function weightsForBonds<K extends AccountKey>(
  input: EpochInput<K>,
  weights: SparseMatrix,
  clippedWeights: SparseMatrix,
): SparseMatrix {
  const penalty = u16ProportionToFixed(input.bondsPenalty)
  return interpolateSparse(weights, clippedWeights, input.n, penalty)
}

/** Stored bonds as whole numbers up to 65535, without columns registered since the last epoch. */
function loadBonds<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
  registered: readonly bigint[],
): SparseMatrix {
  const { bonds } = mechanismInput(input, mecid)
  const loaded = Array.from({ length: input.n }, (_, uid) =>
    Array.from(bonds[uid] ?? [], ([column, value]): Entry => [column, I32F32.fromInt(value)]),
  )
  return scalarVecMaskSparseMatrix(loaded, lastTempo(input), registered, (last, reg) => last <= reg)
}

/** First block after the last epoch; before any epoch, one tempo ago. */
export function lastTempo<K extends AccountKey>(input: EpochInput<K>): bigint {
  if (input.lastMechanismStepBlock !== 0n) {
    return input.lastMechanismStepBlock === U64_MAX ? U64_MAX : input.lastMechanismStepBlock + 1n
  }
  const tempo = BigInt(input.tempo)
  return input.block > tempo ? input.block - tempo : 0n
}

/** 4.9, `Yuma3On` false: bonds are shares of a column, bought with stake. */
function classicBonds<K extends AccountKey>(
  input: EpochInput<K>,
  stored: SparseMatrix,
  followed: SparseMatrix,
  activeStake: Vector,
  incentive: Vector,
): BondsAndDividends {
  const { n } = input
  const old = colNormalizeSparse(stored, n)
  const bought = colNormalizeSparse(rowHadamardSparse(followed, activeStake), n)
  const alpha = bondsEmaAlpha(input.bondsMovingAverage)
  const ema = colNormalizeSparse(matEmaSparse(bought, old, alpha), n)
  const dividends = normalize(matmulTransposeSparse(ema, incentive))
  // Dividends come from the normalised columns; what is stored uses the whole u16 range.
  return { bonds: colMaxUpscaleSparse(ema, n), dividends }
}

/** 4.9, `Yuma3On` true: bonds follow weights, stake enters with the dividends. */
function yuma3Bonds<K extends AccountKey>(
  input: EpochInput<K>,
  stored: SparseMatrix,
  followed: SparseMatrix,
  activeStake: Vector,
  { consensus, incentive }: Consensus,
): BondsAndDividends {
  const old = stored.map((row) =>
    row.map(([column, value]): Entry => [column, I32F32.safeDiv(value, U16_WHOLE)]),
  )
  const ema = yuma3Ema(input, old, followed, consensus)
  const shares = colNormalizeSparse(ema, input.n)
  const total = rowSumSparse(matVecMulSparse(shares, incentive))
  return { bonds: ema, dividends: normalize(vecMul(total, activeStake)) }
}

function yuma3Ema<K extends AccountKey>(
  input: EpochInput<K>,
  old: SparseMatrix,
  followed: SparseMatrix,
  consensus: Vector,
): SparseMatrix {
  if (!input.liquidAlpha || consensus.every((value) => value === 0n)) {
    return matEmaSparse(followed, old, bondsEmaAlpha(input.bondsMovingAverage))
  }
  const parameters = liquidAlphaParameters(input.alphaValues, input.alphaSigmoidSteepness)
  return matEmaAlphaSparse(followed, old, liquidAlphas(consensus, followed, old, parameters))
}

/**
 * 4.9: new bonds, and the dividends they earn.
 *
 * @param followed    the result of `weightsForBonds`
 * @param registered  block of registration by uid
 */
export function bondsAndDividends<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
  followed: SparseMatrix,
  activeStake: Vector,
  registered: readonly bigint[],
  consensus: Consensus,
): BondsAndDividends {
  const stored = loadBonds(input, mecid, registered)
  return input.yuma3
    ? yuma3Bonds(input, stored, followed, activeStake, consensus)
    : classicBonds(input, stored, followed, activeStake, consensus.incentive)
}
