/**
 * What the commands show, as titled tables in their order.
 *
 * @module
 */

import { compareNeurons, type VariantRun } from './compare.ts'
import { alphaDecimal } from './decimals.ts'
import type { Job } from './load.ts'
import { PARAMETERS } from './parameters.ts'
import type { PageTable } from './plots/html.ts'
import {
  changeText,
  cut,
  epochsReport,
  fullReport,
  matrixReports,
  neuronReport,
  shortName,
  vectorReport,
} from './report.ts'
import { nameOf } from './setup.ts'
import type { Frame } from './simulate.ts'
import type { SweepPoint, SweptKey } from './sweep.ts'

/** One thing that was run. */
export interface Ran {
  readonly job: Job
  readonly frames: readonly Frame[]
}

/** Neurons that a comparison lists unless all are asked for. */
const LISTED_MAX = 24

/** Tables of a run. With intermediates where the frames hold them. */
export function runSections({ job, frames }: Ran, matches: boolean | null): PageTable[] {
  const last = frames.at(-1)
  if (last === undefined) return []
  const { setup, label } = job
  const name = label === '' ? '' : `${label}: `
  const check = matches === null ? '' : matches ? ', as recorded' : ', NOT as recorded'
  const { emission } = setup.step
  const when = frames.length > 1 ? `epoch ${last.epoch}, ` : ''
  const title = `${name}${when}block ${last.block}, ${alphaDecimal(emission)} alpha${check}`
  const sections: PageTable[] = []
  if (last.outcome.traces.length > 0) {
    const rows = Object.entries(PARAMETERS).map(([key, { get }]) => [key, get(last.input)])
    sections.push({ title: `${name}parameters`, titles: ['parameter', 'value'], rows })
  }
  for (const { mecid, trace } of last.outcome.traces) {
    const part = last.outcome.traces.length > 1 ? ` (mechanism ${mecid})` : ''
    sections.push({ title: `Intermediates${part}`, ...vectorReport(setup, trace) })
    for (const one of matrixReports(setup, trace)) {
      sections.push({ title: `${one.title}${part}`, ...one.report })
    }
  }
  sections.push({ title, ...neuronReport(setup, last) })
  if (frames.length > 1) {
    sections.push({ title: 'Emission, alpha', ...epochsReport(setup, frames) })
  }
  return sections
}

/** Every epoch and neuron of all runs, exact, as one table. */
export function runTable(ran: readonly Ran[]): { titles: string[]; rows: string[][] } {
  const parts = ran.map(({ job, frames }) => fullReport(job.setup, frames, job.label))
  return { titles: parts[0]?.titles ?? [], rows: parts.flatMap(({ rows }) => rows) }
}

/** Tables of a comparison: the variants, then the neurons, largest changes first. */
export function compareSections(
  runs: readonly VariantRun[],
  { all = false }: { readonly all?: boolean } = {},
): PageTable[] {
  const neurons = compareNeurons(runs)
  const variants = runs.map(({ name, changes, settled, setup }, i) => {
    const ranked = neurons
      .flatMap(({ name: neuron, changes: moved }) => {
        const change = moved[i]
        return change === undefined || change === 0n ? [] : [{ neuron, change }]
      })
      .sort((a, b) => (a.change < b.change ? 1 : -1))
    const [most, least] = [ranked[0], ranked.at(-1)]
    const gains = most !== undefined && most.change > 0n ? most : undefined
    const loses = least !== undefined && least.change < 0n ? least : undefined
    return [
      shortVariant(name),
      i === 0 ? '-' : changes.map(([key, value]) => `${key}=${value}`).join(', '),
      settled === undefined ? 'not settled' : `epoch ${settled}`,
      gains === undefined ? '-' : `${shortName(gains.neuron)} ${changeText(gains.change, 0n)}`,
      loses === undefined ? '-' : `${shortName(loses.neuron)} ${changeText(loses.change, 0n)}`,
      String(setup.step.input.n),
    ]
  })
  const size = (changes: readonly (bigint | undefined)[]): bigint =>
    changes.reduce<bigint>((most, change = 0n) => {
      const distance = change < 0n ? -change : change
      return distance > most ? distance : most
    }, 0n)
  const counting = neurons.filter(({ totals }) =>
    totals.some((rao) => rao !== undefined && rao > 0n),
  )
  const largest = [...counting].sort((a, b) => (size(a.changes) < size(b.changes) ? 1 : -1))
  const listed = (all ? largest : largest.slice(0, LISTED_MAX)).sort((a, b) => a.uid - b.uid)
  const rows = listed.map(({ uid, name, totals, changes }) => [
    String(uid),
    shortName(name),
    ...totals.map((total, i) => {
      if (total === undefined) return '-'
      const amount = cut(alphaDecimal(total), 6)
      const change = changes[i] ?? 0n
      return i === 0 || change === 0n ? amount : `${amount}  ${changeText(change, totals[0] ?? 0n)}`
    }),
  ])
  const epochs = runs[0]?.frames.length ?? 0
  const hidden = counting.length - listed.length
  const rest = hidden > 0 ? `, ${hidden} smaller changes left out (--verbose lists all)` : ''
  return [
    {
      title: 'Variants',
      titles: ['variant', 'changes', 'bonds settle', 'gains most', 'loses most', 'neurons'],
      rows: variants,
    },
    {
      title: `Emission of ${epochs} epoch${epochs === 1 ? '' : 's'}, alpha${rest}`,
      titles: ['uid', 'name', ...runs.map(({ name }) => shortVariant(name))],
      rows,
    },
  ]
}

function shortVariant(name: string): string {
  return name.length > 28 ? `${name.slice(0, 25)}...` : name
}

/** Every variant and neuron, exact. */
export function compareTable(runs: readonly VariantRun[]): { titles: string[]; rows: string[][] } {
  const titles = ['variant', 'epoch', 'uid', 'name', 'serverEmissionRao', 'validatorEmissionRao']
  const rows = runs.flatMap(({ name, setup, frames }) =>
    frames.flatMap(({ epoch, outcome }) =>
      [...outcome.terms]
        .sort((a, b) => a.uid - b.uid)
        .map((terms) => [
          ...[name, String(epoch), String(terms.uid), nameOf(setup, terms.uid)],
          ...[terms.serverEmission, terms.validatorEmission].map(String),
        ]),
    ),
  )
  return { titles, rows }
}

/** One row for each point. */
export function sweepTable(
  keys: readonly SweptKey[],
  metrics: readonly string[],
  points: readonly SweepPoint[],
): { titles: string[]; rows: string[][] } {
  const rows = points.map(({ values, measured }) => [
    ...values,
    ...measured.map(({ value }) => value ?? '-'),
  ])
  return { titles: [...keys.map(({ key }) => key), ...metrics], rows }
}
