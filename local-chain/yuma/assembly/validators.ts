/**
 * Activity and permits.
 *
 * Source: ../shared/spec/yuma.md sections 4.1 and 4.3.
 *
 * @module
 */
import { i64At, setU64, u64At } from './cells'
import * as m from './memory'

/** 4.1: whether the last update is recent enough; by uid, and by whatever was stored beyond. */
export function findActive(block: u64, cutoff: u64): void {
  for (let i: u32 = 0; i < m.updates; i++) {
    const until = u64At(m.lastUpdate, i) + cutoff
    const isForever = until < cutoff
    store<u8>(m.active + i, u8(isForever || until >= block))
  }
}

/**
 * 4.3: the permits of after, and the owner's among those of before.
 *
 * @param most   how many of the largest stakes get one
 * @param owner  gets one besides; any number that is no uid for none
 */
export function findPermits(most: u32, owner: u32): void {
  if (owner < m.permits) store<u8>(m.oldPermit + owner, 1)
  const least = most < m.n ? leastPermitted(most) : 0
  for (let uid: u32 = 0; uid < m.n; uid++) {
    const isTop = i64At(m.stake, uid) != 0 && rankKey(uid) >= least
    store<u8>(m.permit + uid, u8(isTop || uid == owner))
  }
}

/** Orders by stake, and by uid among equals: the higher uid wins. */
@inline
function rankKey(uid: u32): u64 {
  return (u64(i64At(m.stake, uid)) << 16) | u64(uid)
}

/** Key of the last neuron among the `most` highest; above all when there is no place. */
function leastPermitted(most: u32): u64 {
  if (most == 0) return u64.MAX_VALUE
  const keys = m.rankKeys
  for (let uid: u32 = 0; uid < m.n; uid++) setU64(keys, uid, rankKey(uid))
  const wanted = m.n - most
  let low: u32 = 0
  let high = m.n - 1
  while (low < high) {
    const pivot = u64At(keys, (low + high) >> 1)
    let left = low
    let right = high
    while (left <= right) {
      while (u64At(keys, left) < pivot) left++
      while (u64At(keys, right) > pivot) right--
      if (left > right) break
      const moved = u64At(keys, left)
      setU64(keys, left, u64At(keys, right))
      setU64(keys, right, moved)
      left++
      if (right == 0) break
      right--
    }
    if (wanted <= right) high = right
    else if (wanted >= left) low = left
    else break
  }
  return u64At(keys, wanted)
}
