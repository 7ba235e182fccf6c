/**
 * Stake weight of every neuron, and its share of the whole.
 *
 * Source: ../shared/spec/yuma.md sections 3 and 4.2. Stakes are whole rao and proportions have 32
 * fraction bits, so a total is exact in 128 bits: `high` rao and 64 bits of fraction.
 *
 * @module
 */
import { divide, highOfProduct, inverse } from './arithmetic'
import { i64At, setI64, setU64, u32At, u64At } from './cells'
import * as m from './memory'

/** A share of 2^64 - 1 with 32 fraction bits. */
@inline
function proportion(share: u64): u64 {
  return share == u64.MAX_VALUE ? 0x100000000 : share >> 32
}

/** Stake after lending to children and borrowing from parents; the maximum when it does not fit. */
function inherited(uid: u32, own: u64, parentStakes: usize): u64 {
  const firstChild = u32At(m.childStart, uid)
  const childEnd = u32At(m.childStart, uid + 1)
  const firstParent = u32At(m.parentStart, uid)
  const parentEnd = u32At(m.parentStart, uid + 1)
  if (firstChild == childEnd && firstParent == parentEnd) return own
  // Bits of U96F32: whole rao in `high`, 64 bits below them of which the upper 32 are used.
  let lentHigh: u64 = 0
  let lentLow: u64 = 0
  for (let k = firstChild; k < childEnd; k++) {
    const factor = proportion(u64At(m.childShare, k))
    const low = own * factor
    lentLow += low
    lentHigh += highOfProduct(own, factor) + u64(lentLow < low)
  }
  // own * 2^32 - lent, never below 0.
  const ownHigh = own >> 32
  const ownLow = own << 32
  let high: u64 = 0
  let low: u64 = 0
  if (ownHigh > lentHigh || (ownHigh == lentHigh && ownLow > lentLow)) {
    low = ownLow - lentLow
    high = ownHigh - lentHigh - u64(ownLow < lentLow)
  }
  for (let k = firstParent; k < parentEnd; k++) {
    const factor = proportion(u64At(m.parentShare, k))
    const stake = u64At(parentStakes, k)
    const product = stake * factor
    low += product
    high += highOfProduct(stake, factor) + u64(low < product)
  }
  return high >> 32 ? u64.MAX_VALUE : (high << 32) | (low >> 32)
}

/**
 * Totals and their floors.
 *
 * @param taoWeight  share of 2^64 - 1
 * @returns false when a stake or the sum of all reaches 2^63 rao, which this code does not model
 */
export function stakeTotals(taoWeight: u64): bool {
  const factor = proportion(taoWeight)
  for (let uid: u32 = 0; uid < m.n; uid++) {
    const alpha = inherited(uid, u64At(m.alpha, uid), m.parentAlpha)
    const tao = inherited(uid, u64At(m.rootStake, uid), m.parentRoot)
    if ((alpha | tao) >> 63) return false
    // tao * factor has 32 fraction bits; the total has 64.
    const product = tao * factor
    const high = alpha + ((highOfProduct(tao, factor) << 32) | (product >> 32))
    if (high >> 63) return false
    setU64(m.totalHigh, uid, high)
    setU64(m.totalLow, uid, product << 32)
    setU64(m.stakeOut, uid, high)
  }
  return true
}

/**
 * 4.2: shares of the stake at or above the threshold.
 *
 * @param owner  exempt from the threshold; n or more for none
 * @returns false when the sum reaches 2^63 rao
 */
export function normalizeStake(threshold: u64, owner: u32): bool {
  let sumHigh: u64 = 0
  let sumLow: u64 = 0
  for (let uid: u32 = 0; uid < m.n; uid++) {
    const high = u64At(m.totalHigh, uid)
    if (high < threshold && uid != owner) {
      setU64(m.totalHigh, uid, 0)
      setU64(m.totalLow, uid, 0)
      continue
    }
    const low = u64At(m.totalLow, uid)
    sumLow += low
    sumHigh += high + u64(sumLow < low)
    if (sumHigh >> 63) return false
  }
  const sum = wide(sumHigh, sumLow)
  const scale = sum == 0.0 ? 0.0 : 4294967296.0 / sum
  for (let uid: u32 = 0; uid < m.n; uid++) {
    const high = u64At(m.totalHigh, uid)
    const low = u64At(m.totalLow, uid)
    // Off by less than 2^-17, so the quotient or one above it.
    const nearest = u64(wide(high, low) * scale + 0.5)
    setI64(m.stake, uid, i64(nearest) - i64(exceeds(nearest, sumHigh, sumLow, high, low)))
  }
  return true
}

@inline
function wide(high: u64, low: u64): f64 {
  return f64(high) * 18446744073709551616.0 + f64(low)
}

/** Whether quotient * sum > value * 2^32, in 192 bits. */
function exceeds(quotient: u64, sumHigh: u64, sumLow: u64, high: u64, low: u64): bool {
  const bottom = sumLow * quotient
  const middle = sumHigh * quotient + highOfProduct(sumLow, quotient)
  const carry = u64(middle < highOfProduct(sumLow, quotient))
  const top = highOfProduct(sumHigh, quotient) + carry
  if (top != high >> 32) return top > high >> 32
  const valueMiddle = (high << 32) | (low >> 32)
  if (middle != valueMiddle) return middle > valueMiddle
  return bottom > low << 32
}

/** 4.4: stake of active validators with an old permit, normalised again. */
export function findActiveStake(): void {
  let sum: i64 = 0
  for (let uid: u32 = 0; uid < m.n; uid++) {
    // No stored permits at all mask nothing; too few mask the neurons beyond them.
    const isPermitted =
      m.permits == 0 || (uid < m.permits && load<u8>(m.oldPermit + uid) != 0)
    const counts = isPermitted && load<u8>(m.active + uid) != 0
    const share = counts ? i64At(m.stake, uid) : 0
    setI64(m.activeStake, uid, share)
    sum += share
  }
  normalize(m.activeStake, m.activeStake, m.n, sum)
}

/** Each share divided by their sum; unchanged when that is 0. */
export function normalize(from: usize, to: usize, length: u32, sum: i64): void {
  const inverted = inverse(sum)
  for (let i: u32 = 0; i < length; i++) {
    setI64(to, i, divide(i64At(from, i), sum, inverted))
  }
}
