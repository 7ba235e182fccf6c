/**
 * The weights that bonds follow, one row at a time: between the weights and the clipped weights.
 *
 * Source: ../shared/spec/yuma.md section 4.8, ../shared/spec/fixed-point.md section 6.4
 * (`col_clip_sparse`, `interpolate_sparse`).
 *
 * @module
 */
import { mulWide, ONE } from './arithmetic'
import { i64At, setI64, setU16, u16At, u32At } from './cells'
import * as m from './memory'

/**
 * Writes the row to `followedColumn` and `followedShare`.
 *
 * @param penalty  0 follows the weights, ONE the clipped ones; both in stored order with their zeros
 * @returns how many entries
 */
export function followedRow(uid: u32, penalty: i64): u32 {
  const start = u32At(m.rowStart, uid)
  const end = u32At(m.rowStart, uid + 1)
  if (start == end) return 0
  if (penalty == 0) return copyRow(start, end)
  if (penalty == ONE) return clipRow(start, end)
  return mixRow(start, end, penalty)
}

function copyRow(start: u32, end: u32): u32 {
  const count = end - start
  memory.copy(m.followedColumn, m.rowColumn + (<usize>start << 1), <usize>count << 1)
  memory.copy(m.followedShare, m.rowShare + (<usize>start << 3), <usize>count << 3)
  return count
}

/** Without the entries above a consensus of 0; a stored zero is not above it. */
function clipRow(start: u32, end: u32): u32 {
  const columns = m.followedColumn
  const shares = m.followedShare
  const consensus = m.consensus
  let count: u32 = 0
  for (let entry = start; entry < end; entry++) {
    const column = u16At(m.rowColumn, entry)
    const share = i64At(m.rowShare, entry)
    const limit = i64At(consensus, column)
    setU16(columns, count, column)
    setI64(shares, count, min(share, limit))
    count += u32(share <= limit || limit > 0)
  }
  return count
}

/** Part of the way; a step down is floored, so its size is rounded up. */
@inline
export function mix(from: i64, to: i64, penalty: i64): i64 {
  return from + mulWide(to - from, penalty)
}

/**
 * Part of the way from weight to clipped weight, sorted and without zeros. Of several entries of a
 * column the last one counts, on either side of the clip.
 */
function mixRow(start: u32, end: u32, penalty: i64): u32 {
  const n = m.n
  const from = m.denseA
  const to = m.denseB
  for (let entry = start; entry < end; entry++) {
    const column = u16At(m.rowColumn, entry)
    const share = i64At(m.rowShare, entry)
    const limit = i64At(m.consensus, column)
    setI64(from, column, share)
    if (share <= limit || limit > 0) setI64(to, column, min(share, limit))
  }
  let count: u32 = 0
  for (let column: u32 = 0; column < n; column++) {
    const mixed = mix(i64At(from, column), i64At(to, column), penalty)
    setI64(from, column, 0)
    setI64(to, column, 0)
    setU16(m.followedColumn, count, column)
    setI64(m.followedShare, count, mixed)
    count += u32(mixed > 0)
  }
  return count
}
