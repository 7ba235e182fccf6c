/**
 * The moving average of bonds, one row at a time: rate * followed weight + (1 - rate) * old bond.
 *
 * Source: ../shared/spec/fixed-point.md section 6.4 (`mat_ema_sparse`), ../shared/spec/yuma.md 4.9.
 *
 * @module
 */
import { addSaturating, divide, mulShare, mulWide, ONE, shareOfU16 } from './arithmetic'
import {
  f64At,
  i64At,
  pairColumn,
  pairValue,
  setI64,
  setU16,
  u16At,
  u32At,
  u64At,
} from './cells'
import * as m from './memory'

/** Whether a stored bond counts: not one of a column that registered since the last epoch. */
@inline
export function isOld(column: u32, lastTempo: u64): bool {
  return lastTempo > (column < m.n ? u64At(m.registered, column) : 0)
}

/**
 * Averages the followed row and the stored row.
 *
 * @param rate         a share, or negative for extreme parameters
 * @param first        stored bonds of the row, up to `last`
 * @param ofOldColumn  stored bonds are parts of their columns' sums, not of 65535
 * @param from         where its entries above 0 go, sorted
 * @returns the end of the entries
 */
export function averageRow(
  followed: u32,
  rate: i64,
  first: u32,
  last: u32,
  lastTempo: u64,
  ofOldColumn: bool,
  from: u32,
): u32 {
  follow(followed, rate)
  decay(first, last, lastTempo, ONE - rate, ofOldColumn)
  return emitRow(m.denseC, rate >= 0, from)
}

/**
 * One pass over a row for what the usual parameters need of it: trust, ranks, and the average of its bonds,
 * which follow the clipped weights or the weights themselves. Entries that clipping drops add nothing.
 *
 * @param isClipped  which of the two
 * @param rate       a share
 * @returns the end of the entries
 */
export function rankAndAverageRow(
  uid: u32,
  isClipped: bool,
  rate: i64,
  from: u32,
): u32 {
  const start = u32At(m.rowStart, uid)
  const end = u32At(m.rowStart, uid + 1)
  const first = u32At(m.bondStart, uid)
  const last = u32At(m.bondStart, uid + 1)
  const consensus = m.consensus
  const ranks = m.incentive
  const dense = m.denseC
  const stake = i64At(m.activeStake, uid)
  let trust: i64 = 0
  for (let entry = start; entry < end; entry++) {
    const column = u16At(m.rowColumn, entry)
    const share = i64At(m.rowShare, entry)
    const clipped = min(share, i64At(consensus, column))
    trust += clipped
    setI64(ranks, column, i64At(ranks, column) + mulShare(stake, clipped))
    const followed = mulShare(rate, isClipped ? clipped : share)
    setI64(dense, column, i64At(dense, column) + followed)
  }
  setI64(m.trust, uid, trust)
  if (start == end && first == last) return from
  decayShares(first, last)
  return emitRow(dense, true, from)
}

/** Prepares `rankAndAverageRow`. */
export function startAverages(rate: i64, lastTempo: u64): void {
  for (let column: u32 = 0; column < m.n; column++) {
    setI64(m.keptShare, column, isOld(column, lastTempo) ? ONE - rate : 0)
  }
}

/** `decay` of bonds that are parts of 65535, at a rate that is a share. */
function decayShares(first: u32, last: u32): void {
  const n = m.n
  const dense = m.denseC
  const kept = m.keptShare
  for (let entry = first; entry < last; entry++) {
    const column = pairColumn(m.bondPairs, entry)
    if (column >= n) continue
    const bond = mulShare(i64At(kept, column), shareOfU16(pairValue(m.bondPairs, entry)))
    setI64(dense, column, i64At(dense, column) + bond)
  }
}

/** Adds rate * weight of the followed row to the dense row. */
function follow(followed: u32, rate: i64): void {
  const dense = m.denseC
  const isShare = rate >= 0 && rate <= ONE
  for (let k: u32 = 0; k < followed; k++) {
    const column = u16At(m.followedColumn, k)
    const share = i64At(m.followedShare, k)
    const total = i64At(dense, column)
    setI64(
      dense,
      column,
      isShare ? total + mulShare(rate, share) : addSaturating(total, mulWide(rate, share)),
    )
  }
}

/** Adds kept * bond of the stored row to the dense row. */
function decay(first: u32, last: u32, lastTempo: u64, kept: i64, ofOldColumn: bool): void {
  const n = m.n
  const dense = m.denseC
  const isShare = kept >= 0 && kept <= ONE
  for (let entry = first; entry < last; entry++) {
    const column = pairColumn(m.bondPairs, entry)
    if (column >= n || !isOld(column, lastTempo)) continue
    const value = pairValue(m.bondPairs, entry)
    const bond = ofOldColumn
      ? divide(value, i64At(m.oldColumnSum, column), f64At(m.oldColumnInverse, column))
      : shareOfU16(value)
    const total = i64At(dense, column)
    setI64(
      dense,
      column,
      isShare ? total + mulShare(kept, bond) : addSaturating(total, mulWide(kept, bond)),
    )
  }
}

/**
 * Appends the dense row as sorted entries above 0, adds them to the columns' sums and clears it.
 *
 * @param isShare  of both rates: nothing is negative then, and no sum saturates
 * @returns the end of the entries
 */
function emitRow(dense: usize, isShare: bool, from: u32): u32 {
  const n = m.n
  const columns = m.emaColumn
  const bits = m.emaBits
  const sums = m.columnSum
  let end = from
  if (isShare) {
    // Two columns at a time; an odd last one has a neighbour that is always 0 (`reserve` leaves room).
    for (let column: u32 = 0; column < n; column += 2) {
      const at = <usize>column << 3
      const pair = v128.load(dense + at)
      v128.store(dense + at, i64x2.splat(0))
      v128.store(sums + at, i64x2.add(v128.load(sums + at), pair))
      const left = i64x2.extract_lane(pair, 0)
      setU16(columns, end, column)
      setI64(bits, end, left)
      end += u32(left != 0)
      const right = i64x2.extract_lane(pair, 1)
      setU16(columns, end, column + 1)
      setI64(bits, end, right)
      end += u32(right != 0)
    }
    return end
  }
  for (let column: u32 = 0; column < n; column++) {
    const value = i64At(dense, column)
    setI64(dense, column, 0)
    if (value <= 0) continue
    setI64(sums, column, addSaturating(i64At(sums, column), value))
    setU16(columns, end, column)
    setI64(bits, end, value)
    end++
  }
  return end
}
