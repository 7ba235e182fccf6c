/**
 * The weights that count: stored rows, masked by permit, by age and by live commits, normalised.
 *
 * Source: ../shared/spec/yuma.md section 4.5.
 *
 * @module
 */
import { I32F32 } from '../../frame/fixed/index.ts'
import { type AccountKey, type EpochInput, mechanismInput, ownerUid } from '../input.ts'
import {
  type Entry,
  maskDiagSparseExceptIndex,
  maskRowsSparse,
  rowNormalizeSparse,
  type SparseMatrix,
  vecMaskSparseMatrix,
} from '../math/sparse.ts'

const U64_MAX = (1n << 64n) - 1n

/** Stored u16 weights as numbers, columns below n, explicit zeros kept. */
export function loadWeights<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
): SparseMatrix {
  const { weights } = mechanismInput(input, mecid)
  return Array.from({ length: input.n }, (_, uid) => {
    const row: Entry[] = []
    for (const [column, value] of weights[uid] ?? []) {
      if (column < input.n) row.push([column, I32F32.fromInt(value)])
    }
    return row
  })
}

/**
 * Block of each validator's oldest live commit.
 *
 * @returns u64 maximum where there is none, shape [n]
 */
export function oldestLiveCommits<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
): bigint[] {
  const oldest = new Array<bigint>(input.n).fill(U64_MAX)
  const uidOf = new Map<K, number>()
  input.hotkeys.forEach((hotkey, uid) => {
    if (hotkey !== undefined) uidOf.set(hotkey, uid)
  })
  const isLive = (commitEpoch: bigint): boolean => {
    const lastEpoch = commitEpoch + input.revealPeriod
    return input.currentEpoch <= (lastEpoch > U64_MAX ? U64_MAX : lastEpoch)
  }
  const lower = (hotkey: K, block: bigint): void => {
    const uid = uidOf.get(hotkey)
    const known = uid === undefined ? undefined : oldest[uid]
    if (uid !== undefined && known !== undefined && block < known) oldest[uid] = block
  }
  const state = mechanismInput(input, mecid)
  for (const [hotkey, queue] of state.weightCommits) {
    // Only the first live commit of a queue counts, even if a later one had a lower block.
    const first = queue.find(([commitEpoch]) => isLive(commitEpoch))
    if (first !== undefined) lower(hotkey, first[1])
  }
  for (const [commitEpoch, commits] of state.timelockedCommits) {
    if (!isLive(commitEpoch)) continue
    for (const [hotkey, commitBlock] of commits) lower(hotkey, commitBlock)
  }
  return oldest
}

/**
 * The normalised weights of this epoch.
 *
 * @param forbidden   no old permit, as stored: a missing element empties the row
 * @param registered  block of registration by uid
 */
export function activeWeights<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
  forbidden: readonly boolean[],
  lastUpdate: readonly bigint[],
  registered: readonly bigint[],
): SparseMatrix {
  let weights = maskRowsSparse(forbidden, loadWeights(input, mecid))
  weights = maskDiagSparseExceptIndex(weights, ownerUid(input))
  // The weight was meant for an earlier holder of the uid.
  weights = vecMaskSparseMatrix(weights, lastUpdate, registered, (updated, reg) => updated <= reg)
  if (input.commitReveal) {
    const commits = oldestLiveCommits(input, mecid)
    weights = vecMaskSparseMatrix(weights, commits, registered, (commit, reg) => commit < reg)
  }
  return rowNormalizeSparse(weights)
}
