/**
 * Draws charts: as text, or into an SVG or HTML file. Load it late, it brings the plotting libraries.
 *
 * @module
 */
import { extname } from 'node:path'
import { invalidEpoch } from '../errors.ts'
import { checkWritable, writeText } from '../files.ts'
import type { Chart } from './chart.ts'
import { htmlPage, type PageTable } from './html.ts'

/** What a file of plots says besides the charts. */
export interface PageText {
  readonly title: string
  readonly subtitle: string
  readonly tables: readonly PageTable[]
}

/** Word for "in the terminal" where a file is expected. */
export const TERMINAL = 'terminal'

/**
 * Whether plots can be written there, found out before anything is run.
 *
 * @throws TaoError INVALID_EPOCH  neither `terminal` nor a file of a known kind
 * @throws TaoError FILE_UNREADABLE  the file cannot be written
 */
export function checkPlotTarget(target: string): void {
  if (target === TERMINAL) return
  if (['.svg', '.html', '.htm'].includes(extname(target))) {
    checkWritable(target)
    return
  }
  throw invalidEpoch(
    '--plot',
    `${target} is neither ${TERMINAL} nor a file ending in .svg or .html`,
  )
}

/** @throws TaoError FILE_UNREADABLE  the file cannot be written */
export async function writePlots(
  path: string,
  charts: readonly Chart[],
  page: PageText,
): Promise<void> {
  const { chartSvg, stackedSvg } = await import('./svg.ts')
  const drawn = charts.map(chartSvg)
  const text =
    extname(path) === '.svg'
      ? stackedSvg(drawn)
      : htmlPage(page.title, page.subtitle, drawn, page.tables)
  writeText(path, text)
}

/** Charts for a terminal. */
export async function plotText(
  charts: readonly Chart[],
  options: { readonly width: number; readonly color: boolean },
): Promise<string> {
  const { chartText } = await import('./text.ts')
  return charts.map((chart) => chartText(chart, options)).join('\n\n')
}
