/**
 * One number of a run, by name: `dividends:3`, `bond:alice:carol`, `settled`.
 *
 * @module
 */
import type { AccountKey, EpochTerms } from '../../../local-chain/yuma/index.ts'
import { nearest } from '../../primitives/nearest.ts'
import { alphaDecimal, share16Decimal } from './decimals.ts'
import { invalidEpoch } from './errors.ts'
import { type Setup, uidOf } from './setup.ts'
import { bondsOf, type Frame, settledAt } from './simulate.ts'

type Terms = EpochTerms<AccountKey>

/** A measured value: the chain's integer, and the same as a decimal. Null where there is none. */
export interface Measured {
  readonly value: string | null
  readonly raw: string | null
}

/** How a metric is taken from a run. */
export interface Metric {
  /** As it was written. */
  readonly name: string
  readonly measure: (setup: Setup, frames: readonly Frame[]) => Measured
}

interface MetricKind {
  /** How many neurons it names. */
  readonly targets: number
  readonly measure: (frames: readonly Frame[], uid: number, column: number) => Measured
}

const METRICS: Readonly<Record<string, MetricKind>> = {
  emission: amount(earned),
  serverEmission: amount((terms) => terms.serverEmission),
  validatorEmission: amount((terms) => terms.validatorEmission),
  incentive: share((terms) => terms.incentive),
  dividends: share((terms) => terms.dividend),
  consensus: share((terms) => terms.consensus),
  validatorTrust: share((terms) => terms.validatorTrust),
  stakeWeight: share((terms) => terms.stakeWeight),
  totalEmission: {
    targets: 1,
    measure: (frames, uid) => ofAmount(totals(frames)[uid] ?? 0n),
  },
  bond: {
    targets: 2,
    measure: (frames, uid, column) => {
      const last = frames.at(-1)
      const row = last === undefined ? undefined : bondsOf(last)[uid]
      return ofShare(row?.get(column) ?? 0)
    },
  },
  settled: {
    targets: 0,
    measure: (frames) => {
      const epoch = settledAt(frames)
      const value = epoch === undefined ? null : String(epoch)
      return { value, raw: value }
    },
  },
}

function share(read: (terms: Terms) => number): MetricKind {
  return { targets: 1, measure: (frames, uid) => ofShare(inLast(frames, uid, read) ?? 0) }
}

function amount(read: (terms: Terms) => bigint): MetricKind {
  return { targets: 1, measure: (frames, uid) => ofAmount(inLast(frames, uid, read) ?? 0n) }
}

function inLast<T>(frames: readonly Frame[], uid: number, read: (terms: Terms) => T) {
  const last = frames.at(-1)
  const terms = last === undefined ? undefined : termsOf(last, uid)
  return terms === undefined ? undefined : read(terms)
}

/** What a neuron gets: its part as a miner and its part as a validator. */
export function earned(terms: Terms): bigint {
  return terms.serverEmission + terms.validatorEmission
}

/**
 * @throws TaoError INVALID_EPOCH  no such metric
 */
export function parseMetric(text: string): Metric {
  const [kind = '', ...targets] = text.split(':').map((part) => part.trim())
  const known = Object.hasOwn(METRICS, kind) ? METRICS[kind] : undefined
  if (known === undefined) {
    const names = Object.keys(METRICS)
    const rule = `unknown metric ${JSON.stringify(kind)}; there are: ${names.join(', ')}`
    throw invalidEpoch('--metric', rule, nearest(kind, names))
  }
  const where = `--metric ${text}`
  if (targets.length !== known.targets) {
    throw invalidEpoch(where, `must be ${kind}${['', ':WHO', ':WHO:WHOM'][known.targets]}`)
  }
  return {
    name: text,
    measure: (setup, frames) => {
      const [uid = 0, column = 0] = targets.map((target) => uidOf(setup, target, where))
      return known.measure(frames, uid, column)
    },
  }
}

/** A neuron's results in one epoch; undefined where nobody holds the uid. */
export function termsOf({ outcome }: Frame, uid: number): Terms | undefined {
  return outcome.terms.find((terms) => terms.uid === uid)
}

/** Emission of every uid, over all epochs. */
export function totals(frames: readonly Frame[]): bigint[] {
  const sums: bigint[] = []
  for (const { input, outcome } of frames) {
    while (sums.length < input.n) sums.push(0n)
    for (const terms of outcome.terms) sums[terms.uid] = (sums[terms.uid] ?? 0n) + earned(terms)
  }
  return sums
}

function ofShare(raw: number): Measured {
  return { value: share16Decimal(raw), raw: String(raw) }
}

function ofAmount(raw: bigint): Measured {
  return { value: alphaDecimal(raw), raw: String(raw) }
}
