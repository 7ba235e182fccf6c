/**
 * Liquid alpha: how fast a bond follows its weight, by its distance from consensus.
 *
 * Source: ../shared/spec/yuma.md section 5, ../shared/spec/fixed-point.md section 6.4
 * (`mat_ema_alpha_sparse`). The chain fills all n * n cells; only those with a weight are read.
 *
 * @module
 */
import { HALF, mulShare, ONE, reciprocal, shareOfU16 } from './arithmetic'
import { isOld } from './average'
import { i64At, pairColumn, pairValue, setI64, setU16, u16At } from './cells'
import { expSafe } from './exponential'
import * as m from './memory'

let low: i64 = 0
let high: i64 = 0
let slope: i64 = 0

/**
 * @param lowest   bounds of alpha, shares; a `lowest` above `highest` wins
 * @param highest
 * @param factor   of the sigmoid's exponent: steepness / -100, bits
 */
export function startLiquidAlpha(lowest: i64, highest: i64, factor: i64): void {
  low = lowest
  high = highest
  slope = factor
  // No distance is -1.
  memory.fill(m.alphaKeys, 0xff, <usize>m.ALPHA_SLOTS << 3)
}

/** The alpha of one cell: the farther the bond must move, the nearer to `high`. */
export function cellAlpha(consensus: i64, weight: i64, bond: i64): i64 {
  const gap = weight >= bond ? weight - consensus : bond - weight
  return distanceAlpha(min(max(gap, 0), ONE))
}

/** The bond after it moved towards the weight. */
@inline
export function follow(bond: i64, weight: i64, alpha: i64): i64 {
  return min(mulShare(ONE - alpha, bond) + mulShare(alpha, weight), ONE)
}

/** Many cells share a distance (0 above all), so the last ones are remembered. */
function distanceAlpha(distance: i64): i64 {
  const slot = u32((u64(distance) * 0x9e3779b97f4a7c15) >> 54)
  if (i64At(m.alphaKeys, slot) == distance) return i64At(m.alphaValues, slot)
  const alpha = computeAlpha(distance)
  setI64(m.alphaKeys, slot, distance)
  setI64(m.alphaValues, slot, alpha)
  return alpha
}

function computeAlpha(distance: i64): i64 {
  if (low >= high) return low
  const sigmoid = reciprocal(ONE + expSafe(exponent(distance - HALF)))
  return min(low + mulShare(sigmoid, high - low), high)
}

/** floor(slope * x / 2^32) for |x| of at most one half. */
function exponent(x: i64): i64 {
  return (slope >> 32) * x + (((slope & 0xffffffff) * x) >> 32)
}

/**
 * Appends the new bonds of a row, in the order of the followed weights, and adds them to the columns'
 * sums. An old bond without a weight vanishes.
 *
 * The chain finds the cells by a walk that expects ascending columns: it sees an entry only if its
 * column is above every earlier one of its row. What it does not see counts as 0 for alpha, while the
 * average takes the last entry of a column.
 *
 * @param followed  entries of the followed row
 * @returns the end of the entries
 */
export function alphaRow(followed: u32, first: u32, last: u32, lastTempo: u64, from: u32): u32 {
  const n = m.n
  const seenWeight = m.denseA
  const seenBond = m.denseB
  const lastBond = m.denseC
  if (followed == 0) return from
  let highest: i32 = -1
  for (let k: u32 = 0; k < followed; k++) {
    const column = u16At(m.followedColumn, k)
    if (i32(column) <= highest) continue
    highest = i32(column)
    setI64(seenWeight, column, i64At(m.followedShare, k))
  }
  highest = -1
  for (let entry = first; entry < last; entry++) {
    const column = pairColumn(m.bondPairs, entry)
    if (!isOld(column, lastTempo)) continue
    const isSeen = i32(column) > highest
    if (isSeen) highest = i32(column)
    if (column >= n) continue
    const bond = shareOfU16(pairValue(m.bondPairs, entry))
    if (isSeen) setI64(seenBond, column, bond)
    setI64(lastBond, column, bond)
  }
  let end = from
  for (let k: u32 = 0; k < followed; k++) {
    const column = u16At(m.followedColumn, k)
    const alpha = cellAlpha(
      i64At(m.consensus, column),
      i64At(seenWeight, column),
      i64At(seenBond, column),
    )
    const bond = follow(i64At(lastBond, column), i64At(m.followedShare, k), alpha)
    setI64(m.columnSum, column, i64At(m.columnSum, column) + bond)
    setU16(m.emaColumn, end, column)
    setI64(m.emaBits, end, bond)
    end += u32(bond > 0)
  }
  clear(followed, first, last)
  return end
}

function clear(followed: u32, first: u32, last: u32): void {
  for (let k: u32 = 0; k < followed; k++) setI64(m.denseA, u16At(m.followedColumn, k), 0)
  for (let entry = first; entry < last; entry++) {
    const column = pairColumn(m.bondPairs, entry)
    if (column >= m.n) continue
    setI64(m.denseB, column, 0)
    setI64(m.denseC, column, 0)
  }
}
