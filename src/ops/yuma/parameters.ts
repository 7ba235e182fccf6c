/**
 * The parameters of an epoch by name, in plain decimals: what the plain form may set, `--variant`
 * changes and `--param` sweeps.
 *
 * Source: ../shared/spec/yuma.md sections 2 and 9 (units, defaults).
 *
 * @module
 */
import type { AccountKey, EpochInput } from '../../../local-chain/yuma/index.ts'
import { decimalOf, flag, share16, share16Text, share64, signedUnits, units } from './decimals.ts'
import { invalidEpoch } from './errors.ts'
import type { PARAMETER_MEANINGS } from './words.ts'

type Input = EpochInput<AccountKey>

/** One parameter. */
export interface Parameter {
  /** The changed fields for a decimal text. */
  readonly set: (text: string, where: string, input: Input) => Partial<Input>
  /** Its value as the same kind of text. */
  readonly get: (input: Input) => string
}

const U16_MAX = 65_535n

/** By name; `words.ts` says what each means. */
const BY_NAME: Readonly<Record<keyof typeof PARAMETER_MEANINGS, Parameter>> = {
  kappa: {
    set: (text, where) => ({ kappa: share16(text, where) }),
    get: ({ kappa }) => share16Text(kappa),
  },
  bondsMovingAverage: {
    set: (text, where) => ({ bondsMovingAverage: units(text, where, 6, 1_000_000n) }),
    get: ({ bondsMovingAverage }) => decimalOf(bondsMovingAverage, 6),
  },
  bondsPenalty: {
    set: (text, where) => ({ bondsPenalty: share16(text, where) }),
    get: ({ bondsPenalty }) => share16Text(bondsPenalty),
  },
  yuma3: {
    set: (text, where) => ({ yuma3: flag(text, where) }),
    get: ({ yuma3 }) => String(yuma3),
  },
  liquidAlpha: {
    set: (text, where) => ({ liquidAlpha: flag(text, where) }),
    get: ({ liquidAlpha }) => String(liquidAlpha),
  },
  alphaLow: {
    set: (text, where, { alphaValues: [, high] }) => ({
      alphaValues: [share16(text, where), high],
    }),
    get: ({ alphaValues }) => share16Text(alphaValues[0]),
  },
  alphaHigh: {
    set: (text, where, { alphaValues: [low] }) => ({ alphaValues: [low, share16(text, where)] }),
    get: ({ alphaValues }) => share16Text(alphaValues[1]),
  },
  alphaSigmoidSteepness: {
    set: (text, where) => ({ alphaSigmoidSteepness: Number(signedUnits(text, where, 2, 32_767n)) }),
    get: ({ alphaSigmoidSteepness }) => decimalOf(BigInt(alphaSigmoidSteepness), 2),
  },
  maxAllowedValidators: {
    set: (text, where) => ({ maxAllowedValidators: Number(units(text, where, 0, U16_MAX)) }),
    get: ({ maxAllowedValidators }) => String(maxAllowedValidators),
  },
  stakeThreshold: {
    set: (text, where) => ({ stakeThreshold: units(text, where, 9) }),
    get: ({ stakeThreshold }) => decimalOf(stakeThreshold, 9),
  },
  taoWeight: {
    set: (text, where) => ({ taoWeight: share64(text, where) }),
    get: ({ taoWeight }) => decimalOf((taoWeight * 10n ** 9n + (1n << 63n)) >> 64n, 9),
  },
  tempo: {
    set: (text, where) => ({ tempo: Number(units(text, where, 0, U16_MAX)) }),
    get: ({ tempo }) => String(tempo),
  },
  activityCutoff: {
    set: (text, where) => ({
      activityCutoffFactorMilli: Number(units(text, where, 3, 4_294_967_295n)),
    }),
    get: ({ activityCutoffFactorMilli }) => decimalOf(BigInt(activityCutoffFactorMilli), 3),
  },
  commitReveal: {
    set: (text, where) => ({ commitReveal: flag(text, where) }),
    get: ({ commitReveal }) => String(commitReveal),
  },
  revealPeriod: {
    set: (text, where) => ({ revealPeriod: units(text, where, 0) }),
    get: ({ revealPeriod }) => String(revealPeriod),
  },
}

/** The same table for names that come from outside. */
export const PARAMETERS: Readonly<Record<string, Parameter>> = BY_NAME

/** What a new subnet starts with (subtensor `init_new_network`, spec 425). */
export const DEFAULT_PARAMETERS = {
  tempo: 360,
  activityCutoffFactorMilli: 13_889,
  maxAllowedValidators: 64,
  kappa: 32_767,
  bondsMovingAverage: 900_000n,
  bondsPenalty: 65_535,
  liquidAlpha: false,
  yuma3: true,
  alphaValues: [45_875, 58_982],
  alphaSigmoidSteepness: 1000,
  stakeThreshold: 0n,
  taoWeight: 971_718_665_099_567_868n,
  commitReveal: true,
  revealPeriod: 1n,
} as const satisfies Partial<Input>

/** @throws TaoError INVALID_EPOCH  no parameter has this name, or the value breaks its rule */
export function setParameter(input: Input, name: string, text: string, where: string): Input {
  const parameter = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined
  if (parameter === undefined) {
    const known = Object.keys(PARAMETERS).join(', ')
    throw invalidEpoch(where, `unknown parameter ${JSON.stringify(name)}; there are: ${known}`)
  }
  return { ...input, ...parameter.set(text, where, input) }
}

/** Rules between parameters, checked once all are set. */
export function checkParameters(input: Input, where: string): Input {
  const [low, high] = input.alphaValues
  if (low > high) {
    const rule = `alphaLow ${share16Text(low)} is above alphaHigh ${share16Text(high)}`
    throw invalidEpoch(where, rule)
  }
  return input
}
