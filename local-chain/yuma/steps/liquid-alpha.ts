/**
 * Liquid alpha: how fast a bond follows its weight, cell by cell, by its distance from consensus.
 *
 * Source: ../shared/spec/yuma.md section 5.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import { clamp, expSafe, HALF, u16ProportionToFixed } from '../math/scalars.ts'
import { type SparseMatrix, type SparseRow, zeros } from '../math/sparse.ts'
import { at, type Vector } from '../math/vectors.ts'

const MINUS_HUNDRED: I32F32 = I32F32.fromInt(-100)

/** Bounds and steepness as fixed-point numbers. */
export interface LiquidAlphaParameters {
  readonly low: I32F32
  readonly high: I32F32
  readonly steepness: I32F32
}

/**
 * @param alphaValues  u16 shares
 * @param steepness    hundredths, i16
 */
export function liquidAlphaParameters(
  [low, high]: readonly [low: number, high: number],
  steepness: number,
): LiquidAlphaParameters {
  return {
    low: u16ProportionToFixed(low),
    high: u16ProportionToFixed(high),
    steepness: I32F32.fromInt(steepness),
  }
}

/** The alpha of one cell: the farther the bond must move, the nearer to `high`. */
export function alphaSigmoid(
  consensus: I32F32,
  weight: I32F32,
  bond: I32F32,
  parameters: LiquidAlphaParameters,
): I32F32 {
  return alphaOfDistance(distance(consensus, weight, bond), parameters)
}

function distance(consensus: I32F32, weight: I32F32, bond: I32F32): I32F32 {
  const gap =
    weight >= bond ? I32F32.saturatingSub(weight, consensus) : I32F32.saturatingSub(bond, weight)
  return clamp(gap, I32F32.zero, I32F32.one)
}

function alphaOfDistance(moved: I32F32, { low, high, steepness }: LiquidAlphaParameters): I32F32 {
  const slope = I32F32.saturatingDiv(steepness, MINUS_HUNDRED)
  const power = expSafe(I32F32.saturatingMul(slope, I32F32.saturatingSub(moved, HALF)))
  const sigmoid = I32F32.saturatingDiv(I32F32.one, I32F32.saturatingAdd(I32F32.one, power))
  const range = I32F32.saturatingSub(high, low)
  return clamp(I32F32.saturatingAdd(low, I32F32.saturatingMul(sigmoid, range)), low, high)
}

/**
 * Alpha of every cell that holds a weight, in dense rows. The chain fills all n * n cells, but the
 * moving average reads only these; the exponential is computed once per distinct distance.
 *
 * @returns n rows of length [n], empty for a row without weights
 */
export function liquidAlphas(
  consensus: Vector,
  weights: SparseMatrix,
  bonds: SparseMatrix,
  parameters: LiquidAlphaParameters,
): readonly Vector[] {
  const n = consensus.length
  const known = new Map<I32F32, I32F32>()
  return weights.map((row, i) => {
    if (row.length === 0) return []
    const seenWeights = walk(row, n)
    const seenBonds = walk(bonds[i] ?? [], n)
    const alphas = zeros(n)
    for (const [column] of row) {
      const moved = distance(at(consensus, column), at(seenWeights, column), at(seenBonds, column))
      let alpha = known.get(moved)
      if (alpha === undefined) {
        alpha = alphaOfDistance(moved, parameters)
        known.set(moved, alpha)
      }
      alphas[column] = alpha
    }
    return alphas
  })
}

/**
 * A dense row as the chain's walk reads it: the walk expects ascending columns, so an entry is seen
 * only if its column is above every earlier column of the row.
 */
function walk(row: SparseRow, n: number): Vector {
  const dense = zeros(n)
  let highest = -1
  for (const [column, value] of row) {
    if (column <= highest) continue
    highest = column
    if (column < n) dense[column] = value
  }
  return dense
}

/** Lowest permitted alpha bound, 65535 / 40. */
const ALPHA_BOUND_MIN = 1638

export type AlphaValuesError = 'LiquidAlphaDisabled' | 'AlphaHighTooLow' | 'AlphaLowOutOfRange'

/** Why the chain refuses to set these bounds; undefined when it takes them. */
export function alphaValuesError(
  isLiquidAlphaOn: boolean,
  [low, high]: readonly [low: number, high: number],
): AlphaValuesError | undefined {
  if (!isLiquidAlphaOn) return 'LiquidAlphaDisabled'
  if (high < ALPHA_BOUND_MIN) return 'AlphaHighTooLow'
  if (low < ALPHA_BOUND_MIN || low > high) return 'AlphaLowOutOfRange'
  return undefined
}
