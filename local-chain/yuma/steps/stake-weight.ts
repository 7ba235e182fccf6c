/**
 * Stake weight of every neuron: own, inherited and lent alpha, plus root stake at the TAO weight.
 *
 * Source: ../shared/spec/yuma.md section 3 (subtensor `staking/stake_utils.rs`), spec 425.
 *
 * @module
 */
import { convert, I64F64, U96F32 } from '../../frame/fixed/index.ts'
import type { AccountKey, EpochInput } from '../input.ts'

/** What stake weights depend on. */
export type StakeInput<K extends AccountKey> = Pick<
  EpochInput<K>,
  'n' | 'hotkeys' | 'taoWeight' | 'alpha' | 'rootStake' | 'parents' | 'children'
>

const U64_WHOLE: U96F32 = U96F32.fromNum((1n << 64n) - 1n)

/** A share of 2^64 - 1; only 32 fraction bits survive. */
function u64Proportion(share: bigint): U96F32 {
  return U96F32.safeDiv(U96F32.fromNum(share), U64_WHOLE)
}

/**
 * A hotkey's stake after lending to children and borrowing from parents, one level deep: a parent
 * lends of its own stake, not of what it inherited.
 *
 * @param stakes  own stake by hotkey, on the subnet or on root; the relations are the subnet's
 * @returns rao, floored
 */
function inheritedStake<K extends AccountKey>(
  input: StakeInput<K>,
  hotkey: K,
  stakes: ReadonlyMap<K, bigint>,
): bigint {
  const own = U96F32.fromNum(stakes.get(hotkey) ?? 0n)
  let toChildren = U96F32.zero
  for (const [proportion] of input.children.get(hotkey) ?? []) {
    const lent = U96F32.saturatingMul(own, u64Proportion(proportion))
    toChildren = U96F32.saturatingAdd(toChildren, lent)
  }
  let fromParents = U96F32.zero
  for (const [proportion, parent] of input.parents.get(hotkey) ?? []) {
    const parentStake = U96F32.fromNum(stakes.get(parent) ?? 0n)
    const borrowed = U96F32.saturatingMul(parentStake, u64Proportion(proportion))
    fromParents = U96F32.saturatingAdd(fromParents, borrowed)
  }
  const kept = U96F32.saturatingSub(own, toChildren)
  return U96F32.toU64(U96F32.saturatingAdd(kept, fromParents))
}

/**
 * Total stake weight by uid.
 *
 * @returns rao as a fixed-point number, shape [n]; 0 where no hotkey holds the uid
 */
export function stakeWeights<K extends AccountKey>(input: StakeInput<K>): I64F64[] {
  const taoWeight = convert(U96F32, I64F64, u64Proportion(input.taoWeight))
  return Array.from({ length: input.n }, (_, uid) => {
    const hotkey = input.hotkeys[uid]
    if (hotkey === undefined) return I64F64.zero
    const alpha = I64F64.fromNum(inheritedStake(input, hotkey, input.alpha))
    const tao = I64F64.fromNum(inheritedStake(input, hotkey, input.rootStake))
    return I64F64.saturatingAdd(alpha, I64F64.saturatingMul(tao, taoWeight))
  })
}
