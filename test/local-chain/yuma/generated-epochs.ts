/**
 * Subnets that the recorded files describe by a recipe instead of by their state.
 *
 * @module
 */
import type { EpochInput, MechanismInput, StoredRow } from '../../../local-chain/yuma/index.ts'
import { U16Pairs, vecU16MaxUpscaleToU16 } from '../../../local-chain/yuma/index.ts'

/** Values that both recipes share; see the fields of `EpochInput`. */
export const recipeDefaults = {
  activityCutoffFactorMilli: 13_889,
  maxAllowedValidators: 64,
  kappa: 32_767,
  bondsMovingAverage: 900_000n,
  bondsPenalty: 65_535,
  liquidAlpha: false,
  yuma3: false,
  alphaValues: [45_875, 58_982] as const,
  alphaSigmoidSteepness: 1000,
  stakeThreshold: 0n,
  rootStake: new Map<number, bigint>(),
  parents: new Map<number, never[]>(),
  children: new Map<number, never[]>(),
  commitReveal: false,
  currentEpoch: 0n,
  revealPeriod: 1n,
  mechanismCount: 1,
  mechanismEmissionSplit: undefined,
}

/** State of a mechanism without commits, whatever the accounts are. */
export function mechanismState(
  lastUpdate: readonly bigint[],
  weights: readonly (StoredRow | undefined)[],
  bonds: readonly (StoredRow | undefined)[],
): MechanismInput<never> {
  return { lastUpdate, weights, bonds, weightCommits: [], timelockedCommits: [] }
}

/** A row in the form set_weights stores it. */
export function upscaledRow(columns: readonly number[], values: readonly number[]): StoredRow {
  const upscaled = vecU16MaxUpscaleToU16(values)
  return U16Pairs.of(columns.map((column, position) => [column, upscaled[position] ?? 0]))
}

export interface GoldenLarge {
  n: number
  nv: number
  yuma3: boolean
  liquidAlpha: boolean
  seed: number
}

function generator(seed: number): () => number {
  let state = seed
  return () => {
    // The product exceeds 2^53; imul keeps its low 32 bits.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 16
  }
}

/** The state of `golden-large.json`. */
export function goldenLargeInput(recipe: GoldenLarge): EpochInput<number> {
  const { n, nv, seed } = recipe
  const draw = generator(seed)
  const uids = Array.from({ length: n }, (_, uid) => uid)
  const validators = uids.slice(0, nv)
  const servers = uids.slice(nv)
  const blockAtRegistration = uids.map(() => (draw() % 50 === 0 ? 9700n : 100n))
  const stakes = validators.map(() => BigInt(draw() + 1) * 1_000_000_000n)
  const weights = validators.map(() =>
    upscaledRow(
      servers,
      servers.map(() => (draw() % 4 === 0 ? 0 : draw())),
    ),
  )
  const bonds = validators.map(() => U16Pairs.of(servers.map((column) => [column, draw()])))
  return {
    ...recipeDefaults,
    n,
    block: 10_000n,
    tempo: 360,
    lastMechanismStepBlock: 9640n,
    hotkeys: uids.map((uid) => 1000 + uid),
    ownerHotkey: 1000,
    blockAtRegistration,
    validatorPermit: uids.map((uid) => uid < nv),
    yuma3: recipe.yuma3,
    liquidAlpha: recipe.liquidAlpha,
    taoWeight: 971_718_665_099_567_868n,
    alpha: new Map(stakes.map((stake, uid) => [1000 + uid, stake])),
    mechanisms: [
      mechanismState(
        uids.map(() => 9990n),
        weights,
        bonds,
      ),
    ],
  }
}
