/**
 * The weights that count: masked by permit, by age and by live commits, normalised by row; and the
 * same by column for the medians.
 *
 * Source: ../shared/spec/yuma.md section 4.5.
 *
 * @module
 */
import { divide, inverse } from './arithmetic'
import { i64At, pairColumn, pairValue, setI64, setU16, setU32, u16At, u32At, u64At } from './cells'
import * as m from './memory'

/**
 * Fills the rows, and counts what each column will hold.
 *
 * @param owner        keeps its weight on itself; any number that is no uid for none
 * @param hasCommits   whether `commits` was written
 * @returns false when a row's sum does not fit I32F32 (more than 32,768 entries), which this code does
 *          not model
 */
export function loadWeights(owner: u32, hasCommits: bool): bool {
  const n = m.n
  const pairs = m.weightPairs
  const columns = m.rowColumn
  const shares = m.rowShare
  let newest: u64 = 0
  for (let uid: u32 = 0; uid < n; uid++) newest = max(newest, u64At(m.registered, uid))
  memory.fill(m.columnStart, 0, (<usize>n + 1) << 2)
  let end: u32 = 0
  for (let uid: u32 = 0; uid < n; uid++) {
    setU32(m.rowStart, uid, end)
    if (uid >= m.permits || load<u8>(m.oldPermit + uid) == 0) continue
    const first = u32At(m.weightStart, uid)
    const last = u32At(m.weightStart, uid + 1)
    // A weight given before its neuron registered was meant for another one.
    const updated = u64At(m.lastUpdate, uid)
    const committed = hasCommits ? u64At(m.commits, uid) : u64.MAX_VALUE
    const isAge = updated <= newest || committed < newest
    const self = uid == owner ? n : uid
    const start = end
    let sum: u64 = 0
    for (let entry = first; entry < last; entry++) {
      const column = pairColumn(pairs, entry)
      const value = pairValue(pairs, entry)
      if (column >= n || column == self) continue
      if (isAge) {
        const since = u64At(m.registered, column)
        if (updated <= since || committed < since) continue
      }
      setU16(columns, end, column)
      setI64(shares, end, value)
      sum += value
      end++
    }
    if (sum >> 31) return false
    const inverted = inverse(sum)
    for (let entry = start; entry < end; entry++) {
      setI64(shares, entry, divide(i64At(shares, entry), sum, inverted))
    }
    if (i64At(m.activeStake, uid) > 0) countColumns(start, end)
  }
  setU32(m.rowStart, n, end)
  return true
}

/** Counts go one place up, so that adding them gives where each column starts. */
export function countColumns(start: u32, end: u32): void {
  const counts = m.columnStart + 4
  const isPlain = hasAscendingColumns(start, end)
  if (!isPlain) markLastEntries(start, end)
  for (let entry = start; entry < end; entry++) {
    const column = u16At(m.rowColumn, entry)
    if (!isPlain && u32At(m.lastEntry, column) != entry) continue
    const isPositive = u32(i64At(m.rowShare, entry) > 0)
    setU32(counts, column, u32At(counts, column) + isPositive)
  }
}

function hasAscendingColumns(start: u32, end: u32): bool {
  for (let entry = start + 1; entry < end; entry++) {
    if (u16At(m.rowColumn, entry - 1) >= u16At(m.rowColumn, entry)) return false
  }
  return true
}

/** Of several entries of a column in one row the last one counts. */
function markLastEntries(start: u32, end: u32): void {
  for (let entry = start; entry < end; entry++) {
    setU32(m.lastEntry, u16At(m.rowColumn, entry), entry)
  }
}

/** Fills the columns with the positive weights of rows with active stake, in order of rows. */
export function transposeWeights(): void {
  const n = m.n
  const starts = m.columnStart
  for (let column: u32 = 0; column < n; column++) {
    setU32(starts, column + 1, u32At(starts, column) + u32At(starts, column + 1))
  }
  for (let uid: u32 = 0; uid < n; uid++) {
    if (i64At(m.activeStake, uid) <= 0) continue
    const start = u32At(m.rowStart, uid)
    const end = u32At(m.rowStart, uid + 1)
    const isPlain = hasAscendingColumns(start, end)
    if (!isPlain) markLastEntries(start, end)
    for (let entry = start; entry < end; entry++) {
      const column = u16At(m.rowColumn, entry)
      if (!isPlain && u32At(m.lastEntry, column) != entry) continue
      const share = i64At(m.rowShare, entry)
      if (share == 0) continue
      const at = u32At(starts, column)
      setU16(m.columnRow, at, uid)
      setI64(m.columnShare, at, share)
      setU32(starts, column, at + 1)
    }
  }
  // Every start now points at its column's end: the start of the next one.
  for (let column = n; column > 0; column--) {
    setU32(starts, column, u32At(starts, column - 1))
  }
  setU32(starts, 0, 0)
}
