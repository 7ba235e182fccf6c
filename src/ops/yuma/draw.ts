/**
 * Plots of a run, a comparison, a sweep: to the terminal, into files.
 *
 * @module
 */
import { compareNeurons, type VariantRun } from './compare.ts'
import type { Chart } from './plots/chart.ts'
import { compareCharts, runCharts, sweepCharts } from './plots/charts.ts'
import type { PageTable } from './plots/html.ts'
import { type PageText, plotText, TERMINAL, writePlots } from './plots/index.ts'
import { compareSections, type Ran, runSections, sweepTable } from './sections.ts'
import type { SweepPoint, SweptKey } from './sweep.ts'

/** Room in the terminal. */
export interface Room {
  readonly width: number
  readonly color: boolean
}

/** What was drawn: texts for the terminal, names of files. */
export interface Drawn {
  readonly texts: readonly string[]
  readonly files: readonly string[]
}

export async function drawRun(
  ran: readonly Ran[],
  targets: readonly string[],
  room: Room,
): Promise<Drawn> {
  const isOne = ran.length === 1
  const charts = (): Chart[] =>
    ran.flatMap(({ job, frames }) =>
      runCharts(job.setup, frames).map((chart) =>
        isOne ? chart : { ...chart, title: `${job.label}: ${chart.title}` },
      ),
    )
  const tables = (): PageTable[] => ran.flatMap((one) => runSections(one, null))
  const [first] = ran
  const epochs = first?.frames.length ?? 0
  const title = first !== undefined && isOne && first.job.label !== '' ? first.job.label : 'Yuma'
  return draw(targets, room, charts, () => ({
    title,
    subtitle: epochText(epochs),
    tables: tables(),
  }))
}

export async function drawComparison(
  runs: readonly VariantRun[],
  targets: readonly string[],
  room: Room,
): Promise<Drawn> {
  return draw(
    targets,
    room,
    () => compareCharts(runs, compareNeurons(runs)),
    () => ({
      title: 'Variants of a subnet',
      subtitle: epochText(runs[0]?.frames.length ?? 0),
      tables: compareSections(runs, { all: true }),
    }),
  )
}

export async function drawSweep(
  keys: readonly SweptKey[],
  metrics: readonly string[],
  points: readonly SweepPoint[],
  targets: readonly string[],
  room: Room,
): Promise<Drawn> {
  return draw(
    targets,
    room,
    () => sweepCharts(keys, metrics, points),
    () => ({
      title: `Sweep over ${keys.map(({ key }) => key).join(' and ')}`,
      subtitle: `${points.length} points`,
      tables: [{ title: 'Points', ...sweepTable(keys, metrics, points) }],
    }),
  )
}

async function draw(
  targets: readonly string[],
  room: Room,
  chartsOf: () => readonly Chart[],
  pageOf: () => PageText,
): Promise<Drawn> {
  if (targets.length === 0) return { texts: [], files: [] }
  const charts = chartsOf()
  const files = targets.filter((target) => target !== TERMINAL)
  for (const path of files) await writePlots(path, charts, pageOf())
  return { texts: files.length < targets.length ? [await plotText(charts, room)] : [], files }
}

function epochText(epochs: number): string {
  return epochs === 1 ? 'one epoch' : `${epochs} epochs`
}
