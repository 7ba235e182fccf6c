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
  memory.fill(m.columnCount, 0, <usize>n << 2)
  memory.fill(m.isPlainRow, 1, n)
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
    let isPlain = true
    let before: i32 = -1
    for (let entry = first; entry < last; entry++) {
      const column = pairColumn(pairs, entry)
      const value = pairValue(pairs, entry)
      if (column >= n || column == self) continue
      if (isAge) {
        const since = u64At(m.registered, column)
        if (updated <= since || committed < since) continue
      }
      isPlain = isPlain && i32(column) > before
      before = column
      setU16(columns, end, column)
      setI64(shares, end, value)
      sum += value
      end++
    }
    if (sum >> 31) return false
    store<u8>(m.isPlainRow + uid, u8(isPlain))
    const isCounted = i64At(m.activeStake, uid) > 0
    if (isPlain && isCounted) normalizeAndCount(start, end, sum)
    else normalizeRow(start, end, sum)
    if (isCounted && !isPlain) countColumns(start, end)
  }
  setU32(m.rowStart, n, end)
  return true
}

function normalizeRow(start: u32, end: u32, sum: i64): void {
  const inverted = inverse(sum)
  for (let entry = start; entry < end; entry++) {
    setI64(m.rowShare, entry, divide(i64At(m.rowShare, entry), sum, inverted))
  }
}

/** `normalizeRow` and `countColumns` in one pass, for a row that names each column once. */
function normalizeAndCount(start: u32, end: u32, sum: i64): void {
  const counts = m.columnCount
  const shares = m.rowShare
  const inverted = inverse(sum)
  for (let entry = start; entry < end; entry++) {
    const column = u16At(m.rowColumn, entry)
    const share = divide(i64At(shares, entry), sum, inverted)
    setI64(shares, entry, share)
    setU32(counts, column, u32At(counts, column) + u32(share > 0))
  }
}

export function countColumns(start: u32, end: u32): void {
  const counts = m.columnCount
  markLastEntries(start, end)
  for (let entry = start; entry < end; entry++) {
    const column = u16At(m.rowColumn, entry)
    if (u32At(m.lastEntry, column) != entry) continue
    setU32(counts, column, u32At(counts, column) + u32(i64At(m.rowShare, entry) > 0))
  }
}

/** Of several entries of a column in one row the last one counts. */
function markLastEntries(start: u32, end: u32): void {
  for (let entry = start; entry < end; entry++) {
    setU32(m.lastEntry, u16At(m.rowColumn, entry), entry)
  }
}

/**
 * Fills the columns with the positive weights of rows with active stake, in order of rows. Each column has
 * room for one entry more than it holds, so that zeros need no branch: they are written and overwritten.
 */
export function transposeWeights(): void {
  const n = m.n
  const ends = m.columnEnd
  let start: u32 = 0
  for (let column: u32 = 0; column < n; column++) {
    setU32(ends, column, start)
    start += u32At(m.columnCount, column) + 1
  }
  for (let uid: u32 = 0; uid < n; uid++) {
    if (i64At(m.activeStake, uid) <= 0) continue
    const first = u32At(m.rowStart, uid)
    const last = u32At(m.rowStart, uid + 1)
    const isPlain = load<u8>(m.isPlainRow + uid) != 0
    if (!isPlain) markLastEntries(first, last)
    for (let entry = first; entry < last; entry++) {
      const column = u16At(m.rowColumn, entry)
      if (!isPlain && u32At(m.lastEntry, column) != entry) continue
      const share = i64At(m.rowShare, entry)
      const at = u32At(ends, column)
      setU16(m.columnRow, at, uid)
      setI64(m.columnShare, at, share)
      setU32(ends, column, at + u32(share > 0))
    }
  }
}
