/**
 * Goal: the special cases that `../shared/spec/yuma.md` section 10 lists. Method: small subnets whose
 * outcome follows from the rule by hand.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  type EpochInput,
  epochMechanism,
  epochWithMechanisms,
  type MechanismInput,
  U16Pairs,
} from '../../../local-chain/yuma/index.ts'
import { oldestLiveCommits } from '../../../local-chain/yuma/steps/weights.ts'
import { mechanismState, recipeDefaults } from './generated-epochs.ts'

const ALICE = 'aa'
const BOB = 'bb'
const CAROL = '0c'

const weighing = mechanismState(
  [90n, 90n, 90n],
  [U16Pairs.of([[2, 65_535]]), U16Pairs.of([[2, 65_535]])],
  [],
)

/** Two validators with equal stake that both weigh the third neuron. */
function subnet(changes: Partial<EpochInput<string>> = {}): EpochInput<string> {
  return {
    ...recipeDefaults,
    rootStake: new Map(),
    parents: new Map(),
    children: new Map(),
    n: 3,
    block: 100n,
    tempo: 10,
    lastMechanismStepBlock: 90n,
    hotkeys: [BOB, ALICE, CAROL],
    ownerHotkey: undefined,
    blockAtRegistration: [1n, 1n, 1n],
    validatorPermit: [true, true, false],
    taoWeight: 0n,
    alpha: new Map([
      [ALICE, 1000n],
      [BOB, 1000n],
    ]),
    mechanisms: [weighing],
    ...changes,
  }
}

describe('epochMechanism', () => {
  it('lists emission in account order and vectors in uid order', () => {
    const { hotkeyEmission, writes } = epochWithMechanisms(subnet(), 1000n)
    expect(hotkeyEmission.map(([hotkey]) => hotkey)).toEqual([CAROL, ALICE, BOB])
    expect(writes.stakeWeight).toEqual([32_767, 32_767, 0])
  })

  it('shifts the written vectors past a uid that no hotkey holds', () => {
    const { terms, writes } = epochMechanism(subnet({ hotkeys: [undefined, ALICE, CAROL] }), 0, 9n)
    expect(terms.map(({ uid }) => uid)).toEqual([1, 2])
    expect(writes.bonds.length).toBe(2)
  })

  it('keeps active stake but empties all rows when no permits are stored', () => {
    const { trace } = epochMechanism(subnet({ validatorPermit: [] }), 0, 0n)
    expect(trace.activeStake.slice(0, 2)).toEqual([1n << 31n, 1n << 31n])
    expect(trace.weights).toEqual([[], [], []])
  })

  it('masks the uids beyond a short permit vector in stake and rows', () => {
    const { trace } = epochMechanism(subnet({ validatorPermit: [true] }), 0, 0n)
    expect(trace.activeStake).toEqual([1n << 32n, 0n, 0n])
    expect(trace.weights[1]).toEqual([])
  })

  it('gives the owner a permit beyond the top k, and none to an unregistered owner', () => {
    const k = { maxAllowedValidators: 1 }
    const permitsOf = (input: EpochInput<string>): boolean[] =>
      epochMechanism(input, 0, 0n).terms.map((term) => term.newValidatorPermit)
    // Equal stake: the higher uid wins the tie.
    expect(permitsOf(subnet(k))).toEqual([false, true, false])
    expect(permitsOf(subnet({ ...k, ownerHotkey: CAROL }))).toEqual([false, true, true])
    expect(permitsOf(subnet({ ...k, ownerHotkey: 'ff' }))).toEqual([false, true, false])
  })

  it('drops a weight to a neuron registered in the block of the last update or later', () => {
    const at = (reg: bigint): number =>
      epochMechanism(subnet({ blockAtRegistration: [1n, 1n, reg] }), 0, 0n).trace.weights[0]
        ?.length ?? 0
    expect(at(89n)).toBe(1)
    expect(at(90n)).toBe(0)
  })

  it('pays stake when nobody earned anything, of inactive neurons only if all are', () => {
    const idle = { mechanisms: [mechanismState([1n, 90n, 90n], [], [])] }
    const cutoff = { activityCutoffFactorMilli: 5000 }
    const some = epochMechanism(subnet({ ...idle, ...cutoff }), 0, 1000n)
    expect(some.terms.map((term) => term.validatorEmission)).toEqual([0n, 1000n, 0n])
    const none = epochMechanism(subnet({ ...idle, ...cutoff, block: 1000n }), 0, 1000n)
    expect(none.terms.map((term) => term.validatorEmission)).toEqual([500n, 500n, 0n])
    expect(none.terms.map((term) => term.serverEmission)).toEqual([0n, 0n, 0n])
  })

  it('ignores stake below the threshold except the owner`s', () => {
    const input = subnet({
      stakeThreshold: 1000n,
      ownerHotkey: ALICE,
      alpha: new Map([
        [ALICE, 1n],
        [BOB, 999n],
      ]),
    })
    expect(epochMechanism(input, 0, 0n).terms.map((term) => term.stakeWeight)).toEqual([
      0, 65_535, 0,
    ])
  })

  it('leaves its input unchanged', () => {
    const input = subnet()
    const before = structuredClone(input)
    epochWithMechanisms(input, 1000n)
    expect(input).toEqual(before)
  })
})

describe('epochWithMechanisms', () => {
  it('weights emission a second time and multiplies stake by the mechanisms', () => {
    const both = [weighing, weighing]
    const { writes, terms } = epochWithMechanisms(
      subnet({ mechanismCount: 2, mechanisms: both }),
      1000n,
    )
    const single = epochMechanism(subnet(), 0, 500n)
    const carol = single.terms[2]?.emission ?? 0n
    expect(writes.emission[2]).toBe(carol / 2n + carol / 2n)
    expect(terms.find(({ hotkey }) => hotkey === ALICE)?.stake).toBe(2000n)
  })

  it('counts mechanism 0 alone when there is no emission', () => {
    const { writes } = epochWithMechanisms(subnet({ mechanismCount: 2 }), 0n)
    expect(writes.stakeWeight).toEqual([32_767, 32_767, 0])
  })
})

describe('live commits', () => {
  const committed: MechanismInput<string> = {
    lastUpdate: [],
    weights: [],
    bonds: [],
    weightCommits: [
      [
        BOB,
        [
          [5n, 50n],
          [7n, 70n],
          [8n, 60n],
        ],
      ],
    ],
    timelockedCommits: [
      [6n, [[ALICE, 10n]]],
      [
        7n,
        [
          [ALICE, 80n],
          ['ff', 1n],
        ],
      ],
    ],
  }

  it('takes the first live commit of a queue and all live timelocked ones', () => {
    const input = subnet({ currentEpoch: 8n, revealPeriod: 1n, mechanisms: [committed] })
    expect(oldestLiveCommits(input, 0)).toEqual([70n, 80n, (1n << 64n) - 1n])
  })
})
