/**
 * The pieces of the kernel one by one, for tests: recorded cases of single functions go through the very
 * code that `run` is made of. Not part of the shipped module.
 *
 * @module
 */
import * as arithmetic from './arithmetic'
import { i64At, setI64, u32At } from './cells'
import { mix } from './followed'
import { expSafe4 } from './exponential'
import { finishAlphas, follow, requestAlpha } from './liquid-alpha'
import * as m from './memory'
import { normalize } from './stake'
import { countColumns } from './weights'

export { addSaturating, divideSlowly, mulWide, u16OfShare } from './arithmetic'
export { findConsensus, findIncentive, weightedMedian } from './consensus'
export { followedRow } from './followed'
export { startLiquidAlpha } from './liquid-alpha'
export {
  activeStake,
  arrange,
  clearRows,
  columnSum,
  consensus,
  followedColumn,
  followedShare,
  incentive,
  lastUpdate,
  oldPermit,
  partition,
  permit,
  registered,
  rowColumn,
  rowShare,
  rowStart,
  stake,
  trust,
  weightPairs,
  weightStart,
} from './memory'
export { findPermits } from './validators'
export { loadWeights, transposeWeights } from './weights'

// Inlined where they are used, so they need a body of their own here.

export function mulShare(a: i64, b: i64): i64 {
  return arithmetic.mulShare(a, b)
}

export function divide(a: i64, divisor: i64): i64 {
  return arithmetic.divide(a, divisor, arithmetic.inverse(divisor))
}

export function shareOfU16(x: u32): i64 {
  return arithmetic.shareOfU16(x)
}

export function shareOfRao(share: i64, rao: u64): u64 {
  return arithmetic.shareOfRao(share, rao)
}

export function mixCell(from: i64, to: i64, penalty: i64): i64 {
  return mix(from, to, penalty)
}

export function followCell(bond: i64, weight: i64, alpha: i64): i64 {
  return follow(bond, weight, alpha)
}

/** In each of the four lanes by turns, beside other numbers. */
export function expSafe(x: i64, lane: u32): i64 {
  for (let i: u32 = 0; i < 4; i++) setI64(m.waitingPower, i, i == lane ? x : i64(i + 1) << 33)
  expSafe4(m.waitingPower)
  return i64At(m.waitingPower, lane)
}

export function cellAlpha(consensus: i64, weight: i64, bond: i64): i64 {
  requestAlpha(0, consensus, weight, bond)
  finishAlphas()
  return i64At(m.rowAlpha, 0)
}

/** What `loadWeights` counts, for rows that were put in its place. */
export function countAllColumns(): void {
  memory.fill(m.columnCount, 0, <usize>m.n << 2)
  for (let uid: u32 = 0; uid < m.n; uid++) {
    if (i64At(m.activeStake, uid) > 0) {
      store<u8>(m.isPlainRow + uid, 0)
      countColumns(u32At(m.rowStart, uid), u32At(m.rowStart, uid + 1))
    }
  }
}

/** Normalises `stake` in place. */
export function normalizeStakeShares(sum: i64): void {
  normalize(m.stake, m.stake, m.n, sum)
}
