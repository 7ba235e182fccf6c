/**
 * Consensus: the weight a majority of stake agrees on, what it leaves of each row, and the incentive
 * that follows.
 *
 * Source: ../shared/spec/yuma.md sections 4.6 and 4.7.
 *
 * @module
 */
import { colClipSparse, matmulSparse } from '../math/products.ts'
import { u16ProportionToFixed } from '../math/scalars.ts'
import { rowSumSparse, type SparseMatrix } from '../math/sparse.ts'
import { normalize, type Vector } from '../math/vectors.ts'
import { weightedMedianColSparse } from '../math/weighted-median.ts'

export interface Consensus {
  readonly consensus: Vector
  readonly clippedWeights: SparseMatrix
  readonly validatorTrust: Vector
  readonly incentive: Vector
}

/**
 * @param weights  normalised rows, n of them
 * @param kappa    u16 share of stake that makes a majority
 */
export function findConsensus(
  weights: SparseMatrix,
  activeStake: Vector,
  kappa: number,
): Consensus {
  const n = weights.length
  const majority = u16ProportionToFixed(kappa)
  const consensus = weightedMedianColSparse(activeStake, weights, n, majority)
  const clippedWeights = colClipSparse(weights, consensus)
  const validatorTrust = rowSumSparse(clippedWeights)
  const incentive = normalize(matmulSparse(clippedWeights, activeStake, n))
  return { consensus, clippedWeights, validatorTrust, incentive }
}
