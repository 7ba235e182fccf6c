/**
 * Consensus, what it leaves of each row, and the incentive that follows.
 *
 * Source: ../shared/spec/yuma.md sections 4.6 and 4.7, ../shared/spec/fixed-point.md section 6.5.
 *
 * @module
 */
import { mulShare } from './arithmetic'
import { i64At, setI64, u16At, u32At } from './cells'
import * as m from './memory'
import { normalize } from './stake'

/**
 * The stake-weighted median of every column over the rows with active stake.
 *
 * @param majority  kappa
 */
export function findConsensus(majority: i64): void {
  const n = m.n
  let sum: i64 = 0
  let rows: u32 = 0
  for (let uid: u32 = 0; uid < n; uid++) {
    const share = i64At(m.activeStake, uid)
    sum += share
    rows += u32(share > 0)
  }
  normalize(m.activeStake, m.medianStake, n, sum)
  let total: i64 = 0
  for (let uid: u32 = 0; uid < n; uid++) total += i64At(m.medianStake, uid)
  const minority = total - majority
  for (let column: u32 = 0; column < n; column++) {
    setI64(m.consensus, column, columnMedian(column, rows, total, minority))
  }
}

/**
 * Rows without the column score 0, so only the positive scores are looked at one by one. The first round of
 * the selection reads them where they lie.
 */
function columnMedian(column: u32, rows: u32, total: i64, minority: i64): i64 {
  const count = u32At(m.columnCount, column)
  const first = u32At(m.columnEnd, column) - count
  if (count == 0) return 0
  const stride = <usize>m.n << 3
  const lower = m.partition
  const upper = lower + 2 * stride
  const pivot = i64At(m.columnShare, first + (count >> 1))
  let lowerCount: u32 = 0
  let upperCount: u32 = 0
  let lowerStake: i64 = 0
  let upperStake: i64 = 0
  let staked: i64 = 0
  for (let k = first; k < first + count; k++) {
    const score = i64At(m.columnShare, k)
    const stake = i64At(m.medianStake, u16At(m.columnRow, k))
    setI64(lower, lowerCount, score)
    setI64(lower + stride, lowerCount, stake)
    setI64(upper, upperCount, score)
    setI64(upper + stride, upperCount, stake)
    const isLower = score < pivot
    const isUpper = score > pivot
    lowerCount += u32(isLower)
    upperCount += u32(isUpper)
    lowerStake += stake & -i64(isLower)
    upperStake += stake & -i64(isUpper)
    staked += stake
  }
  const below = total - staked
  if (count < rows && below > minority) return 0
  if (minority < below + lowerStake && lowerCount > 0) {
    return select(lower, upper, lowerCount, below, below + lowerStake, minority)
  }
  if (total - upperStake <= minority && upperCount > 0) {
    return select(upper, lower, upperCount, total - upperStake, total, minority)
  }
  return pivot
}

/**
 * The smallest score whose stake, summed from the lowest score up, exceeds `minority`; the largest
 * when none does.
 *
 * The scores and stakes are the first of three areas in `partition`, which are used up.
 *
 * @param below  stake below all of the scores
 * @param upTo   `below` and the stake of the scores
 */
export function weightedMedian(count: u32, below: i64, upTo: i64, minority: i64): i64 {
  return select(m.partition, m.partition + (<usize>m.n << 4), count, below, upTo, minority)
}

/** A quickselect whose partition has no branches. `scores` and `free` are areas of `partition`. */
function select(
  scores: usize,
  free: usize,
  count: u32,
  below: i64,
  upTo: i64,
  minority: i64,
): i64 {
  const stride = <usize>m.n << 3
  let lower = free
  let upper = m.partition + 4 * stride
  while (count > 1) {
    const pivot = i64At(scores, count >> 1)
    let lowerCount: u32 = 0
    let upperCount: u32 = 0
    let lowerStake: i64 = 0
    let upperStake: i64 = 0
    for (let k: u32 = 0; k < count; k++) {
      const score = i64At(scores, k)
      const stake = i64At(scores + stride, k)
      setI64(lower, lowerCount, score)
      setI64(lower + stride, lowerCount, stake)
      setI64(upper, upperCount, score)
      setI64(upper + stride, upperCount, stake)
      const isLower = score < pivot
      const isUpper = score > pivot
      lowerCount += u32(isLower)
      upperCount += u32(isUpper)
      lowerStake += stake & -i64(isLower)
      upperStake += stake & -i64(isUpper)
    }
    const used = scores
    if (minority < below + lowerStake && lowerCount > 0) {
      scores = lower
      lower = used
      count = lowerCount
      upTo = below + lowerStake
    } else if (upTo - upperStake <= minority && upperCount > 0) {
      scores = upper
      upper = used
      count = upperCount
      below = upTo - upperStake
    } else {
      return pivot
    }
  }
  return i64At(scores, 0)
}

/** Validators' trust and everyone's incentive, of the weights clipped at consensus. */
export function findIncentive(): void {
  memory.fill(m.incentive, 0, <usize>m.n << 3)
  for (let uid: u32 = 0; uid < m.n; uid++) rankRow(uid)
  normalizeIncentive()
}

function rankRow(uid: u32): void {
  const consensus = m.consensus
  const ranks = m.incentive
  const end = u32At(m.rowStart, uid + 1)
  const stake = i64At(m.activeStake, uid)
  let trust: i64 = 0
  for (let entry = u32At(m.rowStart, uid); entry < end; entry++) {
    const column = u16At(m.rowColumn, entry)
    const clipped = min(i64At(m.rowShare, entry), i64At(consensus, column))
    trust += clipped
    setI64(ranks, column, i64At(ranks, column) + mulShare(stake, clipped))
  }
  setI64(m.trust, uid, trust)
}

/** Ranks become shares of their sum. */
export function normalizeIncentive(): void {
  const ranks = m.incentive
  let sum: i64 = 0
  for (let uid: u32 = 0; uid < m.n; uid++) sum += i64At(ranks, uid)
  normalize(ranks, ranks, m.n, sum)
}
