/**
 * Results as titles and rows of text: what tables and CSV show.
 *
 * @module
 */
import type { EpochTrace } from '../../../local-chain/yuma/index.ts'
import { alphaDecimal, realOf, share16Decimal } from './decimals.ts'
import { earned } from './metrics.ts'
import { nameOf, type Setup } from './setup.ts'
import type { Frame } from './simulate.ts'

/** Titles and rows; every column but the first two is numeric. */
export interface Report {
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Long names (addresses) are cut in the middle of a table. */
export function shortName(name: string): string {
  return name.length > 20 ? `${name.slice(0, 8)}..${name.slice(-4)}` : name
}

/** The neurons after one epoch. Shares to 4 digits, for reading; JSON and CSV have all of them. */
export function neuronReport(setup: Setup, { outcome }: Frame): Report {
  const titles = ['uid', 'name', 'stake', 'permit', 'consensus', 'incentive', 'trust', 'dividends']
  const incentive = outcome.mechanisms.length === 1 ? undefined : outcome.mechanisms
  const rows = byUid(outcome.terms).map((terms) => [
    String(terms.uid),
    shortName(nameOf(setup, terms.uid)),
    cut(alphaDecimal(terms.stake), 2),
    terms.newValidatorPermit ? (terms.active ? 'yes' : 'yes, inactive') : '-',
    short(terms.consensus),
    incentive === undefined
      ? short(terms.incentive)
      : incentive.map(({ writes }) => short(writes.incentive[terms.uid] ?? 0)).join(' / '),
    short(terms.validatorTrust),
    short(terms.dividend),
    cut(alphaDecimal(terms.serverEmission), 6),
    cut(alphaDecimal(terms.validatorEmission), 6),
  ])
  return { titles: [...titles, 'as miner', 'as validator'], rows }
}

/** Emission of each neuron at the start, at the end, and in all. */
export function epochsReport(setup: Setup, frames: readonly Frame[]): Report {
  const first = amounts(frames[0])
  const last = amounts(frames.at(-1))
  const sums = frames.reduce<bigint[]>((all, frame) => {
    amounts(frame).forEach((rao, uid) => {
      all[uid] = (all[uid] ?? 0n) + rao
    })
    return all
  }, [])
  const rows = sums.map((sum, uid) => [
    String(uid),
    shortName(nameOf(setup, uid)),
    ...[first[uid], last[uid], sum].map((rao) => cut(alphaDecimal(rao ?? 0n), 6)),
  ])
  return { titles: ['uid', 'name', 'first epoch', 'last epoch', 'all epochs'], rows }
}

/** Rao by uid. */
export function amounts(frame: Frame | undefined): bigint[] {
  const found: bigint[] = []
  for (const terms of frame?.outcome.terms ?? []) {
    while (found.length < terms.uid) found.push(0n)
    found[terms.uid] = earned(terms)
  }
  return found
}

/** Everything by epoch and uid, exact. */
export function fullReport(
  setup: Setup,
  frames: readonly Frame[],
  label: string,
): { titles: string[]; rows: string[][] } {
  const titles = ['step', 'epoch', 'block', 'uid', 'name', 'stakeRao', 'active', 'validatorPermit']
  const shares = ['stakeWeight', 'consensus', 'validatorTrust', 'incentive', 'dividends']
  const amountTitles = ['serverEmissionRao', 'validatorEmissionRao', 'emissionRao']
  const rows = frames.flatMap(({ epoch, block, outcome }) =>
    byUid(outcome.terms).map((terms) => [
      ...[label, String(epoch), String(block), String(terms.uid), setup.names[terms.uid] ?? ''],
      ...[String(terms.stake), String(terms.active), String(terms.newValidatorPermit)],
      ...[terms.stakeWeight, terms.consensus, terms.validatorTrust].map(share16Decimal),
      ...[terms.incentive, terms.dividend].map(share16Decimal),
      ...[terms.serverEmission, terms.validatorEmission, terms.emission].map(String),
    ]),
  )
  return { titles: [...titles, ...shares, ...amountTitles], rows }
}

/** The intermediates of one mechanism that are vectors, by uid. */
export function vectorReport(setup: Setup, trace: EpochTrace): Report {
  const columns = [
    ['stake', trace.stake],
    ['active stake', trace.activeStake],
    ['consensus', trace.consensus],
    ['trust', trace.validatorTrust],
    ['incentive', trace.incentive],
    ['dividends', trace.dividends],
  ] as const
  const rows = Array.from({ length: setup.step.input.n }, (_, uid) => [
    String(uid),
    shortName(nameOf(setup, uid)),
    trace.inactive[uid] === true ? 'no' : 'yes',
    ...columns.map(([, vector]) => real(vector[uid] ?? 0n)),
  ])
  return { titles: ['uid', 'name', 'active', ...columns.map(([title]) => title)], rows }
}

/** The intermediates that are matrices, in the order in which they come about. */
export function matrixReports(
  setup: Setup,
  trace: EpochTrace,
): { title: string; report: Report }[] {
  const matrices = [
    ['Weights that count: masked, each row adds up to 1', trace.weights],
    ['Clipped weights: nothing above consensus', trace.clippedWeights],
    ['Weights that bonds follow (bondsPenalty)', trace.weightsForBonds],
    ['Bonds after this epoch', trace.bonds],
  ] as const
  return matrices.map(([title, matrix]) => ({ title, report: sparseReport(setup, matrix) }))
}

function sparseReport(
  setup: Setup,
  matrix: readonly (readonly (readonly [number, bigint])[])[],
): Report {
  const rows = matrix.flatMap((row, uid) => {
    if (row.length === 0) return []
    const cells = row.map(([column, bits]) => `${shortName(nameOf(setup, column))} ${real(bits)}`)
    return [[String(uid), shortName(nameOf(setup, uid)), cells.join(', ')]]
  })
  return { titles: ['uid', 'name', 'row'], rows }
}

/** A change with its sign, and as a part of what was before. */
export function changeText(change: bigint, before: bigint): string {
  const sign = change > 0n ? '+' : ''
  const amount = `${sign}${cut(alphaDecimal(change), 6)}`
  if (before === 0n || change === 0n) return amount
  const permille = Number((change * 1000n) / before) / 10
  return `${amount} (${permille > 0 ? '+' : ''}${permille} %)`
}

function byUid<T extends { uid: number }>(terms: readonly T[]): T[] {
  return [...terms].sort((a, b) => a.uid - b.uid)
}

function short(share: number): string {
  return (share / 65_535).toFixed(4)
}

function real(bits: bigint): string {
  return realOf(bits).toFixed(6)
}

/** At most so many digits after the point; the rest is cut off. */
export function cut(decimal: string, digits: number): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  return fraction === '' ? whole : `${whole}.${fraction.slice(0, digits)}`
}
