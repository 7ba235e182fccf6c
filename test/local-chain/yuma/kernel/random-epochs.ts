/**
 * Random states of subnets for comparing two implementations: ordinary ones, and ones that a chain
 * never holds but the functions are defined for.
 *
 * @module
 */
import {
  type EpochInput,
  type MechanismInput,
  type StakeShare,
  type StoredRow,
  U16Pairs,
  type WeightCommit,
} from '../../../../local-chain/yuma/index.ts'

const U64_MAX = (1n << 64n) - 1n

/** A stream of numbers from a seed (xorshift128, seeded by splitmix32). */
export class Random {
  readonly #state = new Uint32Array(4)

  constructor(seed: number) {
    let mixed = seed >>> 0
    for (let i = 0; i < 4; i += 1) {
      mixed = (mixed + 0x9e3779b9) >>> 0
      let word = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
      word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
      this.#state[i] = (word ^ (word >>> 15)) | 1
    }
  }

  u32(): number {
    const s = this.#state
    let t = s[3]!
    s[3] = s[2]!
    s[2] = s[1]!
    s[1] = s[0]!
    t ^= t << 11
    t ^= t >>> 8
    s[0] = t ^ s[0]! ^ (s[0]! >>> 19)
    return s[0]! >>> 0
  }

  /** A whole number in [0, end). */
  below(end: number): number {
    return Math.floor((this.u32() / 2 ** 32) * end)
  }

  chance(probability: number): boolean {
    return this.u32() < probability * 2 ** 32
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T
  }

  u64(): bigint {
    return (BigInt(this.u32()) << 32n) | BigInt(this.u32())
  }
}

/** What kind of subnet a seed draws: each property holds for the whole state. */
interface Shape {
  n: number
  /** Rows with weights. */
  validators: number
  /** Part of the columns that a row names. */
  density: number
  isOdd: boolean
}

const SIZES = [0, 1, 2, 3, 5, 8, 16, 33, 64] as const

function shapeOf(random: Random, sizes: readonly number[]): Shape {
  const n = random.pick(sizes)
  const isLarge = n > 512
  return {
    n,
    validators:
      random.chance(0.3) && !isLarge ? n : Math.min(n, 1 + random.below(isLarge ? 8 : 64)),
    density: random.pick(isLarge ? [0, 0.01, 0.1, 1] : [0, 0.02, 0.1, 0.5, 0.9, 1, 1]),
    isOdd: random.chance(0.3),
  }
}

/**
 * The state that a seed stands for.
 *
 * @param sizes  to draw n from
 */
export function randomEpoch(
  seed: number,
  sizes: readonly number[] = SIZES,
): { input: EpochInput<number>; emission: bigint } {
  const random = new Random(seed)
  const shape = shapeOf(random, sizes)
  const { n } = shape
  const block = random.chance(0.95) ? 10_000n : random.pick([0n, 1n, 9990n, U64_MAX])
  const count = lengthNear(random, n)
  const hotkeys = Array.from({ length: count }, (_, uid) =>
    random.chance(0.02) ? undefined : 1000 + ((uid * 7919) % 100_003),
  )
  const blockAtRegistration = Array.from({ length: lengthNear(random, n) }, () =>
    random.chance(0.01)
      ? U64_MAX
      : random.pick([0n, 100n, 9640n, 9641n, 9990n, BigInt(9000 + random.below(1001))]),
  )
  const owner = random.chance(0.5) ? random.pick([...hotkeys, 5, undefined]) : undefined
  const lowHigh = [random.below(65_536), random.below(65_536)] as const
  const mechanismCount = random.chance(0.8) ? 1 : 1 + random.below(3)
  const input: EpochInput<number> = {
    n,
    block,
    tempo: random.pick([0, 1, 10, 99, 360, 360, 65_535]),
    lastMechanismStepBlock: random.pick([0n, 9640n, 9640n, 9999n, 20_000n, U64_MAX]),
    activityCutoffFactorMilli: random.pick([0, 1000, 13_889, 13_889, 50_000, 4_294_967_295]),
    hotkeys,
    ownerHotkey: owner,
    blockAtRegistration,
    validatorPermit: permits(random, shape),
    maxAllowedValidators: random.pick([
      0,
      1,
      2,
      n,
      n + 1,
      64,
      64,
      128,
      65_535,
      random.below(n + 2),
    ]),
    kappa: random.pick([0, 1, 32_767, 32_767, 32_767, 65_534, 65_535, random.below(65_536)]),
    bondsMovingAverage: random.pick([
      0n,
      900_000n,
      900_000n,
      975_000n,
      1_000_000n,
      1_000_001n,
      5_000_000n,
      U64_MAX,
      1n << 63n,
      2_147_483_648_000_000n,
      BigInt(random.below(1_000_000)),
      random.u64(),
    ]),
    bondsPenalty: random.pick([0, 65_535, 65_535, 1, 65_534, random.below(65_536)]),
    liquidAlpha: random.chance(0.5),
    yuma3: random.chance(0.6),
    alphaValues: random.pick([
      [45_875, 58_982],
      [58_982, 45_875],
      [0, 65_535],
      [65_535, 65_535],
      lowHigh,
      [Math.min(...lowHigh), Math.max(...lowHigh)],
    ]),
    alphaSigmoidSteepness: random.pick([1000, 1000, 0, -1000, 32_767, -32_768, 1, 333, -7]),
    stakeThreshold: random.pick([0n, 0n, 0n, 1n, 1_000_000_000n, random.u64() >> 20n, U64_MAX]),
    taoWeight: random.pick([971_718_665_099_567_868n, 0n, U64_MAX, random.u64(), 1n]),
    ...stakes(random, hotkeys),
    commitReveal: random.chance(0.5),
    currentEpoch: random.pick([0n, 5n, 100n, U64_MAX]),
    revealPeriod: random.pick([0n, 1n, 3n, U64_MAX]),
    mechanismCount,
    mechanismEmissionSplit: random.chance(0.5)
      ? undefined
      : Array.from({ length: random.below(mechanismCount + 2) }, () => random.below(40_000)),
    mechanisms: Array.from({ length: random.chance(0.9) ? mechanismCount : 0 }, () =>
      mechanism(random, shape, hotkeys),
    ),
  }
  const emission = random.pick([148_000_000_000n, 0n, 1n, random.u64(), U64_MAX])
  return { input, emission }
}

/** Mostly n; sometimes shorter, longer or nothing. */
function lengthNear(random: Random, n: number): number {
  if (random.chance(0.85)) return n
  return random.pick([0, Math.max(0, n - 1), n + 1, n + 5, random.below(n + 1)])
}

function permits(random: Random, { n, validators }: Shape): boolean[] {
  const scattered = random.chance(0.3)
  const all = random.chance(0.2)
  return Array.from({ length: lengthNear(random, n) }, (_, uid) =>
    all ? true : scattered ? random.chance(0.4) : uid < validators,
  )
}

function stakes(
  random: Random,
  hotkeys: readonly (number | undefined)[],
): Pick<EpochInput<number>, 'alpha' | 'rootStake' | 'parents' | 'children'> {
  const alpha = new Map<number, bigint>()
  const rootStake = new Map<number, bigint>()
  const parents = new Map<number, StakeShare<number>[]>()
  const children = new Map<number, StakeShare<number>[]>()
  const kind = random.pick(['spread', 'spread', 'spread', 'equal', 'none', 'tiny', 'one', 'huge'])
  const held = hotkeys.filter((hotkey) => hotkey !== undefined)
  const amount = (position: number): bigint => {
    if (kind === 'none') return 0n
    if (kind === 'equal') return 1_000_000_000n
    if (kind === 'tiny') return BigInt(random.below(4))
    if (kind === 'one') return position === 0 ? 5_000_000_000n : 0n
    if (kind === 'huge') return random.chance(0.2) ? random.u64() : random.u64() >> 12n
    return random.chance(0.1) ? 0n : random.u64() >> BigInt(10 + random.below(40))
  }
  held.forEach((hotkey, position) => {
    if (!random.chance(0.05)) alpha.set(hotkey, amount(position))
    if (random.chance(0.5)) rootStake.set(hotkey, amount(position))
  })
  if (random.chance(0.4)) {
    for (const hotkey of [1, 2, 3]) {
      alpha.set(hotkey, amount(1))
      rootStake.set(hotkey, amount(1))
    }
    for (const hotkey of held) {
      const share = (): bigint => random.pick([0n, U64_MAX, U64_MAX / 3n, random.u64()])
      const others = [...held, 1, 2, 3, 4]
      if (random.chance(0.3)) {
        children.set(
          hotkey,
          Array.from({ length: random.below(4) }, () => [share(), random.pick(others)] as const),
        )
      }
      if (random.chance(0.3)) {
        parents.set(
          hotkey,
          Array.from({ length: random.below(4) }, () => [share(), random.pick(others)] as const),
        )
      }
    }
  }
  return { alpha, rootStake, parents, children }
}

function mechanism(
  random: Random,
  shape: Shape,
  hotkeys: readonly (number | undefined)[],
): MechanismInput<number> {
  const { n, validators } = shape
  const values = random.pick(['any', 'any', 'equal', 'few', 'small', 'zero'])
  const rows = Math.min(n, validators) + (shape.isOdd ? random.below(3) : 0)
  const weights = Array.from({ length: rows }, () => row(random, shape, values))
  const old = random.pick(['any', 'same', 'none', 'classic'])
  const bonds = Array.from({ length: old === 'none' ? 0 : rows }, (_, uid) => {
    if (old === 'same') return weights[uid]
    return random.chance(0.05) ? undefined : row(random, shape, old === 'any' ? 'any' : 'few')
  })
  const held = hotkeys.filter((hotkey) => hotkey !== undefined)
  const commit = (): WeightCommit => [
    BigInt(random.below(110)),
    random.pick([0n, 100n, 9640n, 9991n, U64_MAX]),
  ]
  return {
    lastUpdate: Array.from({ length: lengthNear(random, n) }, () =>
      random.pick([0n, 100n, 5000n, 9641n, 9990n, 9999n, 10_000n, U64_MAX]),
    ),
    weights,
    bonds,
    weightCommits: held
      .filter(() => random.chance(0.1))
      .map((hotkey) => [hotkey, Array.from({ length: random.below(3) }, commit)]),
    timelockedCommits: Array.from({ length: random.below(3) }, () => [
      BigInt(random.below(110)),
      held.filter(() => random.chance(0.2)).map((hotkey) => [hotkey, commit()[1]] as const),
    ]),
  }
}

function row(random: Random, { n, density, isOdd }: Shape, values: string): StoredRow | undefined {
  if (random.chance(0.05)) return random.chance(0.5) ? U16Pairs.empty : undefined
  const columns: number[] = []
  for (let column = 0; column < n; column += 1) if (random.chance(density)) columns.push(column)
  if (isOdd) {
    if (random.chance(0.5)) columns.reverse()
    if (random.chance(0.5)) {
      for (let i = columns.length - 1; i > 0; i -= 1) {
        const other = random.below(i + 1)
        ;[columns[i], columns[other]] = [columns[other]!, columns[i]!]
      }
    }
    if (random.chance(0.3)) columns.push(n, n + 3, 65_535)
    if (random.chance(0.3) && columns.length > 0) columns.push(random.pick(columns), columns[0]!)
    // Many times as long as n: each column again and again.
    if (random.chance(0.05) && n <= 64) columns.push(...columns, ...columns, ...columns)
  }
  return U16Pairs.of(columns.map((column) => [column, value(random, values)]))
}

function value(random: Random, values: string): number {
  if (values === 'zero') return 0
  if (values === 'equal') return 65_535
  if (values === 'few') return random.pick([0, 1, 1000, 32_767, 65_535])
  if (values === 'small') return random.below(5)
  return random.chance(0.2) ? 0 : random.below(65_536)
}
