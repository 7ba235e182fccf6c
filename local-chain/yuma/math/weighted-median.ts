/**
 * Stake-weighted median: the weight that a majority of stake backs for each column.
 *
 * Source: ../shared/spec/fixed-point.md section 6.5.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import { type SparseMatrix, zeros } from './sparse.ts'
import { at, normalize, sum, type Vector } from './vectors.ts'

/**
 * Deterministic quickselect: the smallest score whose ascending cumulated stake exceeds `minority`.
 *
 * @param stake     normalised, one per score
 * @param indices   the positions that take part
 * @param minority  stake that may lie at or below the median
 * @param low       stake already known to lie below the positions
 * @param high      `low` plus the stake of the positions
 * @returns 0 for no positions or vectors of unequal length
 * @cost   linear on average, quadratic at worst
 */
export function weightedMedian(
  stake: Vector,
  score: Vector,
  indices: readonly number[],
  minority: I32F32,
  low: I32F32,
  high: I32F32,
): I32F32 {
  if (stake.length !== score.length) return I32F32.zero
  let current = indices
  let below = low
  let above = high
  // The chain bounds its loop by the number of positions; each round drops at least one of them.
  for (let round = 0; round <= indices.length; round += 1) {
    const [first] = current
    if (first === undefined) return I32F32.zero
    if (current.length === 1) return at(score, first)
    const pivot = at(score, current[Math.floor(current.length / 2)] ?? first)
    const lower: number[] = []
    const upper: number[] = []
    let lowerStake = I32F32.zero
    let upperStake = I32F32.zero
    for (const i of current) {
      const value = at(score, i)
      if (value < pivot) {
        lower.push(i)
        lowerStake = I32F32.saturatingAdd(lowerStake, at(stake, i))
      } else if (value > pivot) {
        upper.push(i)
        upperStake = I32F32.saturatingAdd(upperStake, at(stake, i))
      }
    }
    const belowPivot = I32F32.saturatingAdd(below, lowerStake)
    const uptoPivot = I32F32.saturatingSub(above, upperStake)
    // The first test is strict, the second is not: a border at `minority` belongs to the upper side.
    if (minority < belowPivot && lower.length > 0) {
      current = lower
      above = belowPivot
    } else if (uptoPivot <= minority && upper.length > 0) {
      current = upper
      below = uptoPivot
    } else {
      return pivot
    }
  }
  return I32F32.zero
}

/**
 * The median of every column over the rows with positive stake; an absent entry is a score of 0 and
 * of several entries of a column the last one counts.
 *
 * @param majority  kappa, in (0, 1]
 * @returns shape [columns]; all 0 when no row has stake
 */
export function weightedMedianColSparse(
  stake: Vector,
  score: SparseMatrix,
  columns: number,
  majority: I32F32,
): Vector {
  const staked = stake.map((_, i) => i).filter((i) => at(stake, i) > 0n)
  const useStake = normalize(staked.map((i) => at(stake, i)))
  const scores = new Array<I32F32[] | undefined>(columns).fill(undefined)
  staked.forEach((i, position) => {
    for (const [column, value] of score[i] ?? []) {
      if (column >= columns) continue
      const dense = scores[column] ?? zeros(staked.length)
      dense[position] = value
      scores[column] = dense
    }
  })
  return medians(useStake, scores, majority)
}

/** Medians of dense columns; an undefined column is all zero and so is its median. */
export function medians(
  useStake: Vector,
  scores: readonly (Vector | undefined)[],
  majority: I32F32,
): Vector {
  const total = sum(useStake)
  const minority = I32F32.saturatingSub(total, majority)
  const indices = useStake.map((_, i) => i)
  return scores.map((score) =>
    score === undefined
      ? I32F32.zero
      : weightedMedian(useStake, score, indices, minority, I32F32.zero, total),
  )
}
