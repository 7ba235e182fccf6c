/**
 * Writes the state of a subnet into the kernel's memory.
 *
 * Source: ../shared/spec/yuma.md section 2.
 *
 * @module
 */
import {
  type AccountKey,
  type EpochInput,
  mechanismInput,
  registrationBlocks,
  type StakeShare,
  type StoredRow,
} from '../input.ts'
import { oldestLiveCommits } from '../steps/weights.ts'
import type { KernelInstance } from './instance.ts'

/** Above this many weights or bonds the kernel would need gigabytes. */
const ENTRIES_MAX = 2 ** 25

/** Sizes that the arena is laid out for. */
interface Sizes {
  readonly updates: number
  readonly children: number
  readonly parents: number
  readonly weights: number
  readonly longestWeights: number
  readonly bonds: number
}

/**
 * Lays out the memory and writes everything that is not a rule.
 *
 * @returns false when the state is too large
 */
export function packState<K extends AccountKey>(
  kernel: KernelInstance,
  input: EpochInput<K>,
  mecid: number,
): boolean {
  const state = mechanismInput(input, mecid)
  const { n } = input
  const sizes = sizesOf(input, mecid)
  if (sizes.weights > ENTRIES_MAX || sizes.bonds > ENTRIES_MAX) return false
  const { updates, children, parents, weights, longestWeights, bonds } = sizes
  const permits = input.validatorPermit.length
  const { arrange } = kernel.exports
  if (arrange(n, updates, permits, children, parents, weights, longestWeights, bonds) === 0) {
    return false
  }
  packStake(kernel, input, sizes)
  const lastUpdate = kernel.u64('lastUpdate', updates)
  lastUpdate.set(state.lastUpdate)
  lastUpdate.fill(0n, state.lastUpdate.length)
  kernel.u64('registered', n).set(registrationBlocks(input))
  if (hasCommits(input, mecid)) kernel.u64('commits', n).set(oldestLiveCommits(input, mecid))
  kernel.u8('oldPermit', permits).set(input.validatorPermit.map(Number))
  packRows(kernel.u32('weightStart', n + 1), kernel.u16('weightPairs', 2 * weights), state.weights)
  packRows(kernel.u32('bondStart', n + 1), kernel.u16('bondPairs', 2 * bonds), state.bonds)
  return true
}

/** Whether live commits may hide weights. */
export function hasCommits<K extends AccountKey>(input: EpochInput<K>, mecid: number): boolean {
  const { weightCommits, timelockedCommits } = mechanismInput(input, mecid)
  return input.commitReveal && weightCommits.length + timelockedCommits.length > 0
}

function sizesOf<K extends AccountKey>(input: EpochInput<K>, mecid: number): Sizes {
  const { n, hotkeys } = input
  const state = mechanismInput(input, mecid)
  const count = (relations: ReadonlyMap<K, readonly StakeShare<K>[]>): number => {
    if (relations.size === 0) return 0
    let total = 0
    for (let uid = 0; uid < n; uid += 1) {
      const hotkey = hotkeys[uid]
      if (hotkey !== undefined) total += relations.get(hotkey)?.length ?? 0
    }
    return total
  }
  let weights = 0
  let longestWeights = 0
  let bonds = 0
  for (let uid = 0; uid < n; uid += 1) {
    const length = state.weights[uid]?.length ?? 0
    weights += length
    longestWeights = Math.max(longestWeights, length)
    bonds += state.bonds[uid]?.length ?? 0
  }
  return {
    updates: Math.max(n, state.lastUpdate.length),
    children: count(input.children),
    parents: count(input.parents),
    weights,
    longestWeights,
    bonds,
  }
}

function packRows(
  start: Uint32Array,
  pairs: Uint16Array,
  rows: readonly (StoredRow | undefined)[],
): void {
  let end = 0
  for (let uid = 0; uid < start.length - 1; uid += 1) {
    start[uid] = end / 2
    const row = rows[uid]
    if (row === undefined) continue
    pairs.set(row.packed, end)
    end += row.packed.length
  }
  start[start.length - 1] = end / 2
}

/** Own stakes, and the relations by uid. A uid that nobody holds has no stake. */
function packStake<K extends AccountKey>(
  kernel: KernelInstance,
  input: EpochInput<K>,
  sizes: Sizes,
): void {
  const { n, hotkeys, alpha, rootStake } = input
  const ownAlpha = kernel.u64('alpha', n)
  const ownRoot = kernel.u64('rootStake', n)
  for (let uid = 0; uid < n; uid += 1) {
    const hotkey = hotkeys[uid]
    ownAlpha[uid] = hotkey === undefined ? 0n : (alpha.get(hotkey) ?? 0n)
    ownRoot[uid] = hotkey === undefined ? 0n : (rootStake.get(hotkey) ?? 0n)
  }
  const childShare = kernel.u64('childShare', sizes.children)
  packRelations(kernel.u32('childStart', n + 1), input, input.children, ([share], at) => {
    childShare[at] = share
  })
  const parentShare = kernel.u64('parentShare', sizes.parents)
  const parentAlpha = kernel.u64('parentAlpha', sizes.parents)
  const parentRoot = kernel.u64('parentRoot', sizes.parents)
  packRelations(kernel.u32('parentStart', n + 1), input, input.parents, ([share, parent], at) => {
    parentShare[at] = share
    parentAlpha[at] = alpha.get(parent) ?? 0n
    parentRoot[at] = rootStake.get(parent) ?? 0n
  })
}

function packRelations<K extends AccountKey>(
  start: Uint32Array,
  { hotkeys }: EpochInput<K>,
  relations: ReadonlyMap<K, readonly StakeShare<K>[]>,
  write: (relation: StakeShare<K>, at: number) => void,
): void {
  if (relations.size === 0) {
    start.fill(0)
    return
  }
  let end = 0
  for (let uid = 0; uid < start.length - 1; uid += 1) {
    start[uid] = end
    const hotkey = hotkeys[uid]
    for (const relation of hotkey === undefined ? [] : (relations.get(hotkey) ?? [])) {
      write(relation, end)
      end += 1
    }
  }
  start[start.length - 1] = end
}
