/**
 * Goal: a hotkey's stake after lending to children and borrowing from parents equals the chain's.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { I64F64 } from '../../../../../../local-chain/frame/fixed/index.ts'
import { stakeWeights } from '../../../../../../local-chain/yuma/index.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'

interface Case {
  name: string
  own_stake: string
  children_proportions: string[]
  parents: { proportion: string; stake: string }[]
  is_root: boolean
  expected: string
}

const HOTKEY = 0

/** Root has no epoch, so nobody asks for inherited alpha there. */
const cases = hasShared
  ? sharedJson<{ cases: Case[] }>('vectors/staking/children_inheritance.json').cases.filter(
      (c) => !c.is_root,
    )
  : []

describe.skipIf(!hasShared)('inherited stake (needs ../shared/vectors/staking)', () => {
  it.each(cases)('$name', (c) => {
    const parents = c.parents.map(({ proportion }, i) => [BigInt(proportion), 100 + i] as const)
    const children = c.children_proportions.map((part, i) => [BigInt(part), 200 + i] as const)
    const alpha = new Map([[HOTKEY, BigInt(c.own_stake)]])
    for (const [i, { stake }] of c.parents.entries()) alpha.set(100 + i, BigInt(stake))
    const [weight] = stakeWeights({
      n: 1,
      hotkeys: [HOTKEY],
      taoWeight: 0n,
      alpha,
      rootStake: new Map(),
      parents: new Map([[HOTKEY, parents]]),
      children: new Map([[HOTKEY, children]]),
    })
    expect(I64F64.toU64(weight ?? I64F64.zero).toString()).toBe(c.expected)
  })
})
