/**
 * Bonds by either rule, and the dividends they earn.
 *
 * Source: ../shared/spec/yuma.md section 4.9.
 *
 * @module
 */
import { divide, divideSlowly, inverse, mulShare, ONE, u16OfShare } from './arithmetic'
import { averageRow, isOld, rankAndAverageRow, startAverages } from './average'
import { findIncentive, normalizeIncentive } from './consensus'
import {
  f64At,
  i64At,
  pairColumn,
  pairValue,
  setF64,
  setI64,
  setU32,
  u16At,
  u32At,
} from './cells'
import { followedRow } from './followed'
import { alphaRow, startLiquidAlpha } from './liquid-alpha'
import * as m from './memory'
import { normalize } from './stake'

/** Largest sum of a column that `divide` takes. */
const NARROW: i64 = 1 << 61

/** e / sum of the column, for an e that is part of the sum. */
@inline
function ofColumn(bits: i64, column: u32): i64 {
  const sum = i64At(m.columnSum, column)
  return sum < NARROW
    ? divide(bits, sum, f64At(m.columnInverse, column))
    : divideSlowly(bits, sum)
}

function invertSums(sums: usize, inverses: usize): void {
  for (let column: u32 = 0; column < m.n; column++) {
    setF64(inverses, column, inverse(i64At(sums, column)))
  }
}

/**
 * Incentive and bonds by Yuma3: bonds follow weights; stake enters with the dividends.
 *
 * @param rate    weight of the new value in the average; a share, or negative for extreme parameters
 * @param liquid  rates by cell instead, from `low` to `high`
 */
export function yuma3Bonds(
  penalty: i64,
  rate: i64,
  lastTempo: u64,
  liquid: bool,
  low: i64,
  high: i64,
  slope: i64,
): void {
  const n = m.n
  memory.fill(m.columnSum, 0, <usize>n << 3)
  const isLiquid = liquid && hasConsensus()
  let end: u32 = 0
  if (!isLiquid && rate >= 0 && (penalty == 0 || penalty == ONE)) {
    startAverages(rate, lastTempo)
    memory.fill(m.incentive, 0, <usize>n << 3)
    for (let uid: u32 = 0; uid < n; uid++) {
      setU32(m.emaStart, uid, end)
      end = rankAndAverageRow(uid, penalty == ONE, rate, end)
    }
    setU32(m.emaStart, n, end)
    normalizeIncentive()
    invertSums(m.columnSum, m.columnInverse)
    yuma3Dividends()
    return
  }
  findIncentive()
  if (isLiquid) startLiquidAlpha(low, high, slope)
  for (let uid: u32 = 0; uid < n; uid++) {
    setU32(m.emaStart, uid, end)
    const followed = followedRow(uid, penalty)
    const first = u32At(m.bondStart, uid)
    const last = u32At(m.bondStart, uid + 1)
    if (isLiquid) {
      end = alphaRow(followed, first, last, lastTempo, end)
    } else if (followed > 0 || first < last) {
      end = averageRow(followed, rate, first, last, lastTempo, false, end)
    }
  }
  setU32(m.emaStart, n, end)
  invertSums(m.columnSum, m.columnInverse)
  yuma3Dividends()
}

function hasConsensus(): bool {
  for (let column: u32 = 0; column < m.n; column++) {
    if (i64At(m.consensus, column) != 0) return true
  }
  return false
}

/** Dividends, and the bonds as they are stored: u16 pairs of the rows with a new permit. */
function yuma3Dividends(): void {
  const n = m.n
  let stored: u32 = 0
  let sum: i64 = 0
  for (let uid: u32 = 0; uid < n; uid++) {
    const end = u32At(m.emaStart, uid + 1)
    const isStored = load<u8>(m.permit + uid) != 0
    let total: i64 = 0
    setU32(m.newBondStart, uid, stored)
    for (let entry = u32At(m.emaStart, uid); entry < end; entry++) {
      const column = u16At(m.emaColumn, entry)
      const bits = i64At(m.emaBits, entry)
      total += mulShare(ofColumn(bits, column), i64At(m.incentive, column))
      setU32(m.newBondPairs, stored, column | (u16OfShare(bits) << 16))
      stored += u32(isStored)
    }
    const dividend = mulShare(total, i64At(m.activeStake, uid))
    setI64(m.dividends, uid, dividend)
    sum += dividend
  }
  setU32(m.newBondStart, n, stored)
  normalize(m.dividends, m.dividends, n, sum)
}

/**
 * Incentive and bonds by the classic rule: bonds are shares of a column, bought with stake.
 *
 * @returns false when the stored bonds of a column do not fit I32F32, which this code does not model
 */
export function classicBonds(penalty: i64, rate: i64, lastTempo: u64): bool {
  const n = m.n
  if (!sumOldColumns(lastTempo)) return false
  findIncentive()
  // What each row buys of a column is known only when all rows were seen.
  const bought = m.columnMax
  memory.fill(bought, 0, <usize>n << 3)
  for (let uid: u32 = 0; uid < n; uid++) {
    const followed = followedRow(uid, penalty)
    const stake = i64At(m.activeStake, uid)
    for (let k: u32 = 0; k < followed; k++) {
      const column = u16At(m.followedColumn, k)
      const total = i64At(bought, column)
      setI64(bought, column, total + mulShare(stake, i64At(m.followedShare, k)))
    }
  }
  invertSums(bought, m.columnInverse)
  memory.fill(m.columnSum, 0, <usize>n << 3)
  let end: u32 = 0
  for (let uid: u32 = 0; uid < n; uid++) {
    setU32(m.emaStart, uid, end)
    const followed = followedRow(uid, penalty)
    const first = u32At(m.bondStart, uid)
    const last = u32At(m.bondStart, uid + 1)
    if (followed == 0 && first == last) continue
    const stake = i64At(m.activeStake, uid)
    for (let k: u32 = 0; k < followed; k++) {
      const column = u16At(m.followedColumn, k)
      const part = mulShare(stake, i64At(m.followedShare, k))
      const share = divide(part, i64At(bought, column), f64At(m.columnInverse, column))
      setI64(m.followedShare, k, share)
    }
    end = averageRow(followed, rate, first, last, lastTempo, true, end)
  }
  setU32(m.emaStart, n, end)
  invertSums(m.columnSum, m.columnInverse)
  classicDividends()
  return true
}

function sumOldColumns(lastTempo: u64): bool {
  const n = m.n
  const sums = m.oldColumnSum
  memory.fill(sums, 0, <usize>n << 3)
  const last = u32At(m.bondStart, n)
  for (let entry: u32 = 0; entry < last; entry++) {
    const column = pairColumn(m.bondPairs, entry)
    if (column >= n || !isOld(column, lastTempo)) continue
    setI64(sums, column, i64At(sums, column) + pairValue(m.bondPairs, entry))
  }
  for (let column: u32 = 0; column < n; column++) {
    if (i64At(sums, column) >> 31) return false
  }
  invertSums(sums, m.oldColumnInverse)
  return true
}

/** Dividends of the columns' shares; what is stored uses the whole u16 range of each column. */
function classicDividends(): void {
  const n = m.n
  memory.fill(m.columnMax, 0, <usize>n << 3)
  let sum: i64 = 0
  for (let uid: u32 = 0; uid < n; uid++) {
    const end = u32At(m.emaStart, uid + 1)
    let total: i64 = 0
    for (let entry = u32At(m.emaStart, uid); entry < end; entry++) {
      const column = u16At(m.emaColumn, entry)
      const share = ofColumn(i64At(m.emaBits, entry), column)
      setI64(m.emaBits, entry, share)
      setI64(m.columnMax, column, max(i64At(m.columnMax, column), share))
      total += mulShare(share, i64At(m.incentive, column))
    }
    setI64(m.dividends, uid, total)
    sum += total
  }
  normalize(m.dividends, m.dividends, n, sum)
  invertSums(m.columnMax, m.columnInverse)
  writeUpscaled()
}

function writeUpscaled(): void {
  const n = m.n
  let stored: u32 = 0
  for (let uid: u32 = 0; uid < n; uid++) {
    setU32(m.newBondStart, uid, stored)
    if (load<u8>(m.permit + uid) == 0) continue
    const end = u32At(m.emaStart, uid + 1)
    for (let entry = u32At(m.emaStart, uid); entry < end; entry++) {
      const column = u16At(m.emaColumn, entry)
      const most = i64At(m.columnMax, column)
      const share = divide(i64At(m.emaBits, entry), most, f64At(m.columnInverse, column))
      setU32(m.newBondPairs, stored, column | (u16OfShare(share) << 16))
      stored++
    }
  }
  setU32(m.newBondStart, n, stored)
}
