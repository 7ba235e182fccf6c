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
import { i64At, pairColumn, pairValue, setI64, setU16, setU32, u16At, u32At } from './cells'
import { expSafe4 } from './exponential'
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

/** How far the bond of a cell must move: from consensus when it buys, from the bond when it sells. */
@inline
function distanceOf(consensus: i64, weight: i64, bond: i64): i64 {
  const gap = weight >= bond ? weight - consensus : bond - weight
  return min(max(gap, 0), ONE)
}

/** The bond after it moved towards the weight. */
@inline
export function follow(bond: i64, weight: i64, alpha: i64): i64 {
  return min(mulShare(ONE - alpha, bond) + mulShare(alpha, weight), ONE)
}

/** Cells of the row at hand whose alpha waits for three others to be computed with. */
let waiting: u32 = 0

/**
 * Finds the alpha of entry k of the followed row: the farther the bond must move, the nearer to `high`.
 * Many cells share a distance (0 above all), so the last ones are remembered.
 */
export function requestAlpha(k: u32, consensus: i64, weight: i64, bond: i64): void {
  const distance = distanceOf(consensus, weight, bond)
  const slot = slotOf(distance)
  if (i64At(m.alphaKeys, slot) == distance) {
    setI64(m.rowAlpha, k, i64At(m.alphaValues, slot))
    return
  }
  setU32(m.waitingEntry, waiting, k)
  setI64(m.waitingDistance, waiting, distance)
  waiting++
  if (waiting == 4) computeAlphas()
}

/** Computes what still waits. */
export function finishAlphas(): void {
  if (waiting > 0) computeAlphas()
}

@inline
function slotOf(distance: i64): u32 {
  return u32((u64(distance) * 0x9e3779b97f4a7c15) >> 54)
}

function computeAlphas(): void {
  const powers = m.waitingPower
  for (let lane: u32 = 0; lane < 4; lane++) {
    // Lanes that nobody waits for repeat the first.
    const distance = i64At(m.waitingDistance, lane < waiting ? lane : 0)
    setI64(powers, lane, exponent(distance - HALF))
  }
  if (low < high) expSafe4(powers)
  for (let lane: u32 = 0; lane < waiting; lane++) {
    const alpha = alphaOf(i64At(powers, lane))
    const distance = i64At(m.waitingDistance, lane)
    const slot = slotOf(distance)
    setI64(m.alphaKeys, slot, distance)
    setI64(m.alphaValues, slot, alpha)
    setI64(m.rowAlpha, u32At(m.waitingEntry, lane), alpha)
  }
  waiting = 0
}

/** A `low` above `high` wins. */
@inline
function alphaOf(power: i64): i64 {
  if (low >= high) return low
  return min(low + mulShare(reciprocal(ONE + power), high - low), high)
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
    requestAlpha(
      k,
      i64At(m.consensus, column),
      i64At(seenWeight, column),
      i64At(seenBond, column),
    )
  }
  finishAlphas()
  for (let k: u32 = 0; k < followed; k++) {
    const column = u16At(m.followedColumn, k)
    const bond = follow(
      i64At(lastBond, column),
      i64At(m.followedShare, k),
      i64At(m.rowAlpha, k),
    )
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
