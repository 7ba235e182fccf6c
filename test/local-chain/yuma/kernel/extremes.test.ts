/**
 * Goal: kernel and reference agree at the ends of every type, in rows that are far longer than n, and in
 * one instance that is used for subnets of changing size. Method: states by hand, each through both; the
 * number of states that the kernel leaves to the reference is part of what is expected.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  type EpochInput,
  epochMechanism,
  firstDifference,
  type StoredRow,
  U16Pairs,
} from '../../../../local-chain/yuma/index.ts'
import { tryKernelMechanism } from '../../../../local-chain/yuma/kernel/kernel-mechanism.ts'
import { mechanismState, recipeDefaults } from '../generated-epochs.ts'
import { Random, randomEpoch } from './random-epochs.ts'

type Input = EpochInput<number>

const U64_MAX = (1n << 64n) - 1n
const N = 6

/** Six neurons, three of them validators, with bonds that do not follow the weights. */
function state(changes: Partial<Input> = {}): Input {
  const uids = Array.from({ length: N }, (_, uid) => uid)
  const row = (...values: number[]): StoredRow =>
    U16Pairs.of(values.map((value, uid) => [uid, value] as const))
  return {
    ...recipeDefaults,
    n: N,
    block: 1000n,
    tempo: 360,
    lastMechanismStepBlock: 640n,
    hotkeys: uids,
    ownerHotkey: undefined,
    blockAtRegistration: uids.map(() => 0n),
    validatorPermit: uids.map(() => true),
    yuma3: true,
    taoWeight: 971_718_665_099_567_868n,
    alpha: new Map(uids.map((uid) => [uid, BigInt(7 - uid) * 1_000_000_007n])),
    rootStake: new Map([[0, 123_456_789n]]),
    mechanisms: [
      mechanismState(
        uids.map(() => 999n),
        [row(0, 0, 0, 65_535, 21_845, 1), row(0, 0, 0, 1, 65_535, 0), row(0, 0, 0, 9, 9, 65_535)],
        [row(0, 1, 2, 3, 65_535, 5), row(65_535, 0, 0, 65_535, 0, 1)],
      ),
    ],
    ...changes,
  }
}

/** Both kinds of bonds, liquid alpha, and the three ways of following weights. */
function* everyRule(input: Input): Generator<Input> {
  for (const [yuma3, liquidAlpha] of [
    [false, false],
    [true, false],
    [true, true],
  ] as const) {
    for (const bondsPenalty of [0, 30_000, 65_535]) {
      yield { ...input, yuma3, liquidAlpha, bondsPenalty }
    }
  }
}

/** @returns how many states the kernel ran itself */
function compare(inputs: Iterable<Input>, emission = U64_MAX): number {
  let ran = 0
  for (const input of inputs) {
    const found = tryKernelMechanism(input, 0, emission)
    if (found !== undefined) ran += 1
    expect(firstDifference(found, epochMechanism(input, 0, emission))).toBeUndefined()
  }
  return ran
}

const last = (1n << 63n) - 1n

describe('kernel and reference at the ends of a type', () => {
  it.each<[string, Partial<Input>]>([
    ['the last block', { block: U64_MAX }],
    ['the last block with updates in it', { block: U64_MAX, ...updates(U64_MAX) }],
    ['everything in the last block', { block: U64_MAX, lastMechanismStepBlock: U64_MAX }],
    ['block 0', { block: 0n, lastMechanismStepBlock: 0n, ...updates(0n) }],
    ['registrations in the last block', { blockAtRegistration: [U64_MAX, 0n, U64_MAX] }],
    ['registrations after the last update', { blockAtRegistration: [0n, 0n, 0n, 999n, 1000n] }],
    ['the largest cutoff', { tempo: 65_535, activityCutoffFactorMilli: 4_294_967_295 }],
    ['a tempo of 0', { tempo: 0, activityCutoffFactorMilli: 0, lastMechanismStepBlock: 0n }],
    ['the largest TAO weight', { taoWeight: U64_MAX }],
    ['the least TAO weight that counts', { taoWeight: 1n << 32n }],
    ['a TAO weight that is cut off', { taoWeight: (1n << 32n) - 1n }],
    ['the largest threshold', { stakeThreshold: U64_MAX, ownerHotkey: 2 }],
    ['a threshold that one stake meets exactly', { stakeThreshold: 6_000_000_042n }],
    ['the largest stake', { alpha: new Map([[0, last]]), rootStake: new Map(), taoWeight: 0n }],
    [
      'stakes of one rao',
      {
        alpha: new Map([
          [0, 1n],
          [1, 1n],
          [2, 1n],
        ]),
        rootStake: new Map(),
      },
    ],
    [
      'a stake beside one that is all but all',
      {
        alpha: new Map([
          [0, last - 1n],
          [1, 1n],
        ]),
        rootStake: new Map(),
      },
    ],
    [
      'less than a rao of root stake',
      {
        alpha: new Map(),
        rootStake: new Map([
          [0, 1n],
          [1, 2n],
        ]),
        taoWeight: 1n << 33n,
      },
    ],
    ['a kappa of 0', { kappa: 0 }],
    ['a kappa of 1', { kappa: 1 }],
    ['the largest kappa', { kappa: 65_535 }],
    ['nobody may validate', { maxAllowedValidators: 0 }],
    ['everybody may', { maxAllowedValidators: 65_535 }],
    ['as many as there are', { maxAllowedValidators: N }],
    ['no stored permits', { validatorPermit: [] }],
    ['too few permits', { validatorPermit: [true] }],
    ['too many permits', { validatorPermit: new Array<boolean>(N + 50).fill(true) }],
    ['too few hotkeys', { hotkeys: [0, undefined, 2] }],
    ['an owner beyond n', { hotkeys: [0, 1, 2, 3, 4, 5, 6, 7], ownerHotkey: 7 }],
    ['bonds that are all kept', { bondsMovingAverage: 1_000_000n }],
    ['bonds that grow by a millionth', { bondsMovingAverage: 1_000_001n }],
    ['bonds that double', { bondsMovingAverage: 2_000_000n }],
    ['bonds that saturate', { bondsMovingAverage: U64_MAX }],
    ['a rate just before it saturates', { bondsMovingAverage: 2_147_483_647_999_999n }],
    ['a rate that just saturates', { bondsMovingAverage: 2_147_483_648_000_000n }],
    ['alphas of 0', { alphaValues: [0, 0] }],
    ['alphas of 1', { alphaValues: [65_535, 65_535] }],
    ['low above high', { alphaValues: [65_535, 0] }],
    ['the steepest sigmoid', { alphaValues: [0, 65_535], alphaSigmoidSteepness: 32_767 }],
    ['the steepest that falls', { alphaValues: [0, 65_535], alphaSigmoidSteepness: -32_768 }],
    ['a flat one', { alphaValues: [0, 65_535], alphaSigmoidSteepness: 0 }],
    ['a steepness whose quotient is cut', { alphaSigmoidSteepness: -1 }],
  ])('%s', (_what, changes) => {
    expect(compare(everyRule(state(changes)))).toBe(9)
  })

  it.each([0n, 1n, (1n << 32n) - 1n, 1n << 32n, 1n << 63n, U64_MAX])('an emission of %s', (rao) => {
    expect(compare(everyRule(state()), rao)).toBe(9)
    expect(compare(everyRule(state({ mechanisms: [] })), rao)).toBe(9)
  })

  it('has states that only the reference takes', () => {
    expect(
      compare([
        state({
          alpha: new Map([
            [0, last],
            [1, 1n],
          ]),
        }),
      ]),
    ).toBe(0)
    const parents = new Map([
      [
        1,
        [
          [U64_MAX, 0],
          [U64_MAX, 0],
          [U64_MAX, 0],
        ] as const,
      ],
    ])
    expect(compare([state({ alpha: new Map([[0, U64_MAX]]), parents })])).toBe(0)
    // What is lent does not count, so this one fits again.
    const children = new Map([
      [
        0,
        [
          [U64_MAX, 1],
          [U64_MAX, 2],
        ] as const,
      ],
    ])
    expect(
      compare([
        state({
          alpha: new Map([
            [0, U64_MAX],
            [1, 5n],
          ]),
          children,
        }),
      ]),
    ).toBe(1)
  })
})

describe('kernel and reference on rows of any length', () => {
  /** As large as a row may be before the chain's sum wraps: 32,768 entries of 65,535. */
  const longest = 32_768

  it.each<[string, (i: number) => number]>([
    ['one column', () => 3],
    ['all columns in turn', (i) => i % N],
    ['columns that fall', (i) => (longest - i) % N],
    ['columns from n on', (i) => (i % 2 === 0 ? 4 : 65_535 - (i % 100))],
  ])('%s', (_what, columnOf) => {
    const row = U16Pairs.of(Array.from({ length: longest }, (_, i) => [columnOf(i), 65_535]))
    const updated = new Array<bigint>(N).fill(999n)
    const inputs = [
      state({ mechanisms: [mechanismState(updated, [row, row], [])] }),
      state({ mechanisms: [mechanismState(updated, [], [row])] }),
      state({ mechanisms: [mechanismState(updated, [row], [row])] }),
    ].flatMap((input) => [...everyRule(input)])
    expect(compare(inputs)).toBe(27)
  })

  it('rows of uids beyond n, and updates of none', () => {
    const row = U16Pairs.of([
      [0, 1],
      [5, 2],
      [6, 3],
    ])
    const rows = new Array<StoredRow>(N + 40).fill(row)
    const inputs = [[], [999n], new Array<bigint>(N + 40).fill(999n)].map((updated) =>
      state({ mechanisms: [mechanismState(updated, rows, rows)] }),
    )
    expect(compare(inputs.flatMap((input) => [...everyRule(input)]))).toBe(27)
  })
})

describe('one instance for many subnets', () => {
  it('agrees while n grows and shrinks, and after states that it gave up', () => {
    const random = new Random(77)
    for (let seed = 300_000; seed < 300_250; seed += 1) {
      const n = random.pick([0, 1, 2, 7, 31, 64, 130, 200])
      const { input, emission } = randomEpoch(seed, [n])
      if (random.chance(0.2)) compare([state({ alpha: new Map([[3, U64_MAX]]) })])
      const found = tryKernelMechanism(input, 0, emission)
      const difference = firstDifference(found, epochMechanism(input, 0, emission))
      expect(difference, `seed ${seed}`).toBeUndefined()
    }
  })

  it('keeps no memory of large epochs, however many there are', () => {
    const n = 1200
    const row = U16Pairs.of(Array.from({ length: n }, (_, uid) => [uid, uid + 1]))
    const uids = Array.from({ length: n }, (_, uid) => uid)
    const large = state({
      n,
      hotkeys: uids,
      validatorPermit: uids.map(() => true),
      mechanisms: [
        mechanismState(
          uids.map(() => 999n),
          new Array(n).fill(row),
          [],
        ),
      ],
    })
    const first = tryKernelMechanism(large, 0, 1000n)?.writes.incentive
    const before = process.memoryUsage.rss()
    for (let i = 0; i < 40; i += 1) tryKernelMechanism(large, 0, 1000n)
    expect(tryKernelMechanism(large, 0, 1000n)?.writes.incentive).toEqual(first)
    // An instance takes 75 MiB here; what is garbage may not have been collected yet.
    expect(process.memoryUsage.rss() - before).toBeLessThan(1500 * 1024 * 1024)
  })
})

function updates(block: bigint): Partial<Input> {
  const { mechanisms } = state()
  return {
    mechanisms: mechanisms.map((one) => ({ ...one, lastUpdate: new Array(N).fill(block) })),
  }
}
